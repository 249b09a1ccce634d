"""A text segmenter as a process of its own: it cuts running text into sentences as they are spoken.

Recognizers guess ("text.partial", the whole turn so far) before they know ("text.final"). A sentence that is complete
in a guess is given at once, so that speech can begin before the user has finished; what is left over is given when
the final text comes, or when the guesses have not changed for a while.

It speaks the node protocol (docs/node-protocol.md): one JSON object a line, requests on standard input, replies on
standard output. Nothing here waits and nothing here reads a clock: the kit owns the time, and says when a timer is
due. So a test of an hour takes no time, and the same requests give the same replies.
"""

import json
import re
import sys

PROTOCOL = "rspp.node.v1"

# A sentence: everything up to the first mark that ends one, with the quotes and brackets that close behind it.
SENTENCE = re.compile(r"\s*(.+?[.!?…]+[\"')\]]*)(?=\s|$)", re.DOTALL)


def say(op, **members):
    """Writes one reply. Flushed, because the kit waits for whole lines and Python likes to collect them."""
    print(json.dumps({"op": op, **members}), flush=True)


class Segmenter:
    """One instance. The protocol makes a new one for each session or turn, never two at a time."""

    def __init__(self, config):
        self.hold_ms = (config or {}).get("hold_ms", 700)
        self.longest = (config or {}).get("longest", 200)
        self.turn = None
        self.given = ""  # what went out already, as a prefix of the text of the turn
        self.text = ""  # the text of the turn as it was heard last
        self.heard_in = None  # the call that brought it: the cause of what a timer gives
        self.call = None  # the call of process that is open
        self.count = 0  # sentences of the session; kept as state, so that it survives a move
        self.timers = 0  # timers get numbers that were not used before
        self.timer = None  # the one that is set
        self.outputs = 0

    # Calls of hooks. Each one ends with done, refused or error, at once or later.

    def process(self, request):
        event = request["event"]
        text = event.get("payload")
        if not isinstance(text, str):
            # A declared answer: the event is refused, the node goes on.
            return say("refused", call=request["id"], message="Cannot cut text: expected a string as payload")
        self.heard_in = request["id"]
        turn = event["envelope"].get("turn_id")
        if turn != self.turn:  # nothing of one turn may leak into the next
            self.turn, self.given = turn, ""
        if not text.startswith(self.given):
            # The recognizer has changed its mind about what is already spoken. It cannot be taken back.
            self.given = text[: len(self.given)]
        self.text = text
        self.drop_timer()
        for segment in self.sentences():
            self.give(segment, call=request["id"])
        if event["type"] == "text.final":
            self.give(self.text[len(self.given) :], call=request["id"])
            self.given = self.text = ""
        elif self.text != self.given:
            self.timers += 1
            self.timer = self.timers
            say("wake_me", timer=self.timer, delay_ms=self.hold_ms)
        say("done", call=request["id"])

    def sentences(self):
        """Complete sentences that were not given yet; a very long one is cut at a space."""
        while True:
            rest = self.text[len(self.given) :]
            match = SENTENCE.match(rest)
            if match:
                yield rest[: match.end()]
            elif len(rest) > self.longest and " " in rest[: self.longest].strip():
                yield rest[: rest.rindex(" ", 0, self.longest)]
            else:
                return

    def give(self, segment, **source):
        self.given += segment
        if not segment.strip():
            return
        self.count += 1
        # State is kept by the kit: it comes with the calls and is told when it changes.
        say("state", store="session_hot", name="count", value=self.count)
        say("output", type="text.segment", payload={"text": segment.strip(), "index": self.count}, **source)

    def wake(self, request):
        """The text has not changed for a while: what is there is a segment, full stop or not."""
        # A wake may have been on its way when the timer was dropped.
        if request["timer"] == self.timer:
            self.timer = None
            self.outputs += 1
            # Outside of a call an output has a number of its own, and the token of whose context it is given in.
            self.give(self.text[len(self.given) :], output=self.outputs, token=self.token, cause=self.heard_in)

    def forget(self):
        """Cancelled, or spoken over: nothing of what is buffered goes out any more."""
        self.given = self.text
        self.drop_timer()

    def drop_timer(self):
        if self.timer is not None:
            say("forget", timer=self.timer)
        self.timer = None

    def call_hook(self, request):
        self.token = request["token"]
        if "state" in request:
            self.count = request["state"].get("session_hot", {}).get("count", 0)
        if request["hook"] == "process":
            return self.process(request)
        if request["hook"] in ("onCancel", "onBargeIn"):
            self.forget()
        elif request["hook"] == "onBudgetExhausted":
            # The cheap way out: no more waiting for full stops.
            return say("done", call=request["id"], outcome="degrade")
        say("done", call=request["id"])


def serve(lines):
    node = None
    for line in lines:
        request = json.loads(line)
        op = request["op"]
        if op == "hello":
            say("hello", protocol=PROTOCOL, node={"node_id": "python-punctuation", "version": "1.0.0"})
        elif op == "create":
            node = Segmenter(request.get("config"))
            say("done", call=request["id"])
        elif op == "call":
            node.call_hook(request)
        elif op == "cancel":
            node.forget()
        elif op == "wake":
            node.wake(request)
        elif op == "bye":
            return
        # next, leave and taken are for nodes that wait to be asked.
        # Last of all, whatever it was: there is nothing more to do at this instant, time may go on.
        say("settled", id=request["id"])


if __name__ == "__main__":
    serve(sys.stdin)
