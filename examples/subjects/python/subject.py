"""A runtime in Python that the conformance kit can drive: one JSON object a line, in and out.

It plays no audio. What it has is the part of a runtime that is easy to get wrong: who may open a turn, what
ends it, and what comes out afterwards. Standard library only; see docs/subject-protocol.md.
"""
import json
import sys

# The module that owns each signal; a signal from any other breaks the contract.
EMITTERS = {
    "turn_open_proposed": "RK-02", "admit": "RK-25", "reject": "RK-25", "defer": "RK-25",
    "turn_open": "RK-03", "commit": "RK-03", "abort": "RK-03", "close": "RK-03",
    "barge_in": "RK-06", "cancel": "RK-06", "output_accepted": "RK-22", "stale_epoch_reject": "RK-24",
    "deauthorized_drain": "RK-24", "lease_issued": "CP-07", "lease_rotated": "CP-07",
}


class Session:
    """A session, its authority and its turns. A method `on_...` for each kind of stimulus."""
    def __init__(self, world, session_id, pipeline_version, authority_epoch, plan):
        self.world, self.session_id, self.pipeline_version = world, session_id, pipeline_version
        self.epoch, self.has_authority, self.plan = authority_epoch, True, plan
        self.sequence, self.used_turns, self.active_turn = 0, set(), None
        self.fenced = set()  # parts of the active turn that were cancelled by themselves
        self.signal("lease_issued")

    def emit(self, **fields):
        """The envelope of every event: numbers count the events of the session, times are those of the kit."""
        self.sequence += 1
        self.world.events.append({
            "schema_version": "v1.0", "event_scope": "turn" if "turn_id" in fields else "session",
            "session_id": self.session_id, "pipeline_version": self.pipeline_version,
            "event_id": f"{self.session_id}-e{self.sequence}", "authority_epoch": self.epoch,
            "transport_sequence": self.sequence, "runtime_sequence": self.sequence,
            "runtime_timestamp_ms": self.world.now, "wall_clock_timestamp_ms": self.world.wall, **fields})

    def signal(self, name, **fields):
        self.emit(lane="ControlLane", payload_class="metadata", signal=name, emitted_by=EMITTERS[name], **fields)

    def on_propose_turn(self, turn_id, authority_epoch=None):
        self.signal("turn_open_proposed")
        refusals = [  # admission, then authority, then the plan: the first that applies speaks
            (turn_id in self.used_turns, "reject", "turn_id_used"),
            (self.active_turn is not None, "defer", "turn_active"),
            (authority_epoch is not None and authority_epoch < self.epoch, "stale_epoch_reject", "stale_epoch"),
            (not self.has_authority, "deauthorized_drain", "authority_revoked"),
            (self.plan["execution_profile"] != "simple", "reject", "execution_profile_unsupported"),
        ]
        for applies, signal, reason in refusals:
            if applies:  # no turn came to be, so there is none to abort or close
                return self.signal(signal, reason=reason)
        self.signal("admit", reason="admission_capacity_allow")
        self.used_turns.add(turn_id)
        self.active_turn, self.fenced = turn_id, set()
        self.signal("turn_open", turn_id=turn_id)

    def end_turn(self, terminal, **why):
        """A turn has exactly one terminal signal, then close, and is never heard of again."""
        turn_id, self.active_turn = self.active_turn, None
        self.signal(terminal, turn_id=turn_id, **why)
        self.signal("close", turn_id=turn_id)

    def on_complete_turn(self, turn_id):
        if turn_id == self.active_turn:
            self.end_turn("commit")

    def on_output(self, turn_id, text, authority_epoch=None, **part):
        if authority_epoch is not None and authority_epoch < self.epoch:  # from a placement of the past
            return self.signal("stale_epoch_reject", reason="stale_epoch")
        if turn_id != self.active_turn or self.fenced & set(part.items()):
            return  # the fence: what is late, cancelled or unknown does not come out
        self.emit(lane="DataLane", payload_class="text_raw", turn_id=turn_id, **part)
        self.signal("output_accepted", turn_id=turn_id, **part)

    def on_cancel(self, scope, turn_id=None, **part):
        if scope == "session":
            self.signal("cancel", scope=scope)
        elif self.active_turn is None or turn_id not in (None, self.active_turn):
            return
        else:
            self.signal("cancel", scope=scope, turn_id=self.active_turn, **part)
        if scope in ("node", "provider_invocation"):
            self.fenced.update(part.items())  # the turn goes on without this part
        elif self.active_turn is not None:
            self.end_turn("abort", reason="cancelled")

    def on_barge_in(self, turn_id):
        if turn_id == self.active_turn:
            self.signal("barge_in", turn_id=turn_id)
            self.on_cancel("turn", turn_id)

    def on_cancel_ack(self, turn_id):
        """Nothing waits for the provider: the turn ended when the cancel was accepted."""

    def on_lease(self, change, authority_epoch=0):
        if change == "revoke":
            self.has_authority = False
            if self.active_turn is not None:
                self.signal("deauthorized_drain", turn_id=self.active_turn, reason="authority_revoked")
                self.end_turn("abort", reason="authority_loss")
        elif authority_epoch > self.epoch:  # epochs never go back
            self.epoch = authority_epoch
            self.has_authority = self.has_authority or change == "issue"
            self.signal("lease_issued" if change == "issue" else "lease_rotated")


class World:
    """Everything between one reset and the next. Time stands still but for `advance`."""
    def __init__(self, start):
        self.now, self.wall = start["runtime_timestamp_ms"], start["wall_clock_timestamp_ms"]
        self.sessions, self.events = {}, []

    def apply(self, kind, session_id=None, **fields):
        session, on_kind = self.sessions.get(session_id), getattr(Session, f"on_{kind}", None)
        if kind == "advance":
            self.now, self.wall = self.now + fields["ms"], self.wall + fields["ms"]
        elif kind == "open_session":
            self.sessions[session_id] = session or Session(self, session_id, **fields)
        elif on_kind is None:
            raise NotImplementedError(f"no answer to {kind}")
        elif session is not None:
            on_kind(session, **fields)


def precedence(stimulus):
    """Authority loss before cancel before success, whatever the order in which they are told."""
    if stimulus["kind"] == "lease" and stimulus["change"] == "revoke":
        return 0
    return {"cancel": 1, "barge_in": 1, "complete_turn": 2}.get(stimulus["kind"], 3)


world = None
for line in sys.stdin:
    request = json.loads(line)
    reply = {"id": request["id"], "op": request["op"]}
    try:
        if request["op"] == "hello":
            reply.update(protocol="rspp.subject.v1", name="example-python", version="1.0.0", language="python",
                         capabilities=["turns", "cancel", "authority"])
        elif request["op"] == "reset":
            world = World(request)
        elif request["op"] == "apply":
            reply["events"] = world.events = []
            for stimulus in sorted(request["stimuli"], key=precedence):
                world.apply(**stimulus)
    except NotImplementedError as error:
        reply = {"id": request["id"], "op": "error", "error": {"code": "unsupported", "message": str(error)}}
    print(json.dumps(reply), flush=True)
    if request["op"] == "bye":
        break
