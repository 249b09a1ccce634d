#!/usr/bin/env perl
# A runtime in Perl that the conformance kit can drive: one JSON object a line, in and out.
#
# It plays no audio. What it has is the part of a runtime that is easy to get wrong: who may open a turn, what
# ends it, and what comes out afterwards. Core modules only, Perl 5.20 or later; see docs/subject-protocol.md.
use v5.20;
use warnings;
use experimental 'signatures';
use JSON::PP;

# The module that owns each signal; a signal from any other breaks the contract.
my %EMITTER = (
    turn_open_proposed => 'RK-02', admit => 'RK-25', reject => 'RK-25', defer => 'RK-25',
    turn_open => 'RK-03', commit => 'RK-03', abort => 'RK-03', close => 'RK-03',
    barge_in => 'RK-06', cancel => 'RK-06', output_accepted => 'RK-22', stale_epoch_reject => 'RK-24',
    deauthorized_drain => 'RK-24', lease_issued => 'CP-07', lease_rotated => 'CP-07',
);

# Everything between one reset and the next. Time stands still but for `advance`.
my ($now, $wall, %sessions, @events);

# The envelope of every event: numbers count the events of the session, times are those of the kit.
sub emit ($session, %fields) {
    my $sequence = ++$session->{sequence};
    push @events, {
        schema_version => 'v1.0', event_scope => exists $fields{turn_id} ? 'turn' : 'session',
        session_id => $session->{session_id}, pipeline_version => $session->{pipeline_version},
        event_id => "$session->{session_id}-e$sequence", authority_epoch => $session->{epoch},
        transport_sequence => $sequence, runtime_sequence => $sequence,
        runtime_timestamp_ms => $now, wall_clock_timestamp_ms => $wall,
        %fields,
    };
}

sub signal ($session, $name, %fields) {
    emit($session, lane => 'ControlLane', payload_class => 'metadata', signal => $name,
        emitted_by => $EMITTER{$name}, %fields);
}

sub is_active ($session, $it) { ($session->{active_turn} // '') eq $it->{turn_id} }
sub is_stale ($session, $it) { ($it->{authority_epoch} // $session->{epoch}) < $session->{epoch} }

# The ids of the node and the provider invocation that a stimulus names.
sub part_of ($it) { map { $_ => $it->{$_} } grep { exists $it->{$_} } qw(node_id provider_invocation_id) }

# A turn has exactly one terminal signal, then close, and is never heard of again.
sub end_turn ($session, $terminal, %why) {
    my $turn_id = delete $session->{active_turn};
    signal($session, $terminal, turn_id => $turn_id, %why);
    signal($session, 'close', turn_id => $turn_id);
}

sub cancel ($session, $it) {
    my ($scope, $turn_id, %part) = ($it->{scope}, $session->{active_turn}, part_of($it));
    return if $scope ne 'session' && (!defined $turn_id || ($it->{turn_id} // $turn_id) ne $turn_id);
    signal($session, 'cancel', scope => $scope, $scope eq 'session' ? () : (turn_id => $turn_id, %part));
    if ($scope eq 'node' || $scope eq 'provider_invocation') {    # the turn goes on without this part
        $session->{fenced}{"$_ $part{$_}"} = 1 for keys %part;
    }
    elsif (defined $turn_id) { end_turn($session, 'abort', reason => 'cancelled') }
}

# What the session does at a stimulus of each kind.
my %ANSWER = (
    propose_turn => sub ($session, $it) {
        signal($session, 'turn_open_proposed');
        # Admission, then authority, then the plan: the first that applies speaks.
        my ($refusal, $reason) =
            $session->{used_turns}{$it->{turn_id}} ? ('reject', 'turn_id_used')
          : exists $session->{active_turn} ? ('defer', 'turn_active')
          : is_stale($session, $it) ? ('stale_epoch_reject', 'stale_epoch')
          : !$session->{has_authority} ? ('deauthorized_drain', 'authority_revoked')
          : $session->{plan}{execution_profile} ne 'simple' ? ('reject', 'execution_profile_unsupported')
          : ();
        # A refused turn never came to be, so there is none to abort or close.
        return signal($session, $refusal, reason => $reason) if defined $refusal;
        signal($session, 'admit', reason => 'admission_capacity_allow');
        @$session{qw(active_turn fenced)} = ($it->{turn_id}, {});
        $session->{used_turns}{$it->{turn_id}} = 1;
        signal($session, 'turn_open', turn_id => $it->{turn_id});
    },
    complete_turn => sub ($session, $it) { end_turn($session, 'commit') if is_active($session, $it) },
    output => sub ($session, $it) {
        return signal($session, 'stale_epoch_reject', reason => 'stale_epoch') if is_stale($session, $it);
        # The fence: what is late, cancelled or unknown does not come out.
        my %part = part_of($it);
        return if !is_active($session, $it);
        return if grep { $session->{fenced}{"$_ $part{$_}"} } keys %part;
        my %named = (turn_id => $it->{turn_id}, %part);
        emit($session, lane => 'DataLane', payload_class => 'text_raw', %named);
        signal($session, 'output_accepted', %named);
    },
    cancel => \&cancel,
    barge_in => sub ($session, $it) {
        return unless is_active($session, $it);
        signal($session, 'barge_in', turn_id => $it->{turn_id});
        cancel($session, { scope => 'turn', turn_id => $it->{turn_id} });
    },
    cancel_ack => sub (@) { },    # nothing waits for the provider: the turn ended when the cancel was accepted
    lease => sub ($session, $it) {
        if ($it->{change} eq 'revoke') {
            $session->{has_authority} = 0;
            my $turn_id = $session->{active_turn} // return;
            signal($session, 'deauthorized_drain', turn_id => $turn_id, reason => 'authority_revoked');
            return end_turn($session, 'abort', reason => 'authority_loss');
        }
        return if $it->{authority_epoch} <= $session->{epoch};    # epochs never go back
        $session->{epoch} = $it->{authority_epoch};
        $session->{has_authority} = 1 if $it->{change} eq 'issue';
        signal($session, $it->{change} eq 'issue' ? 'lease_issued' : 'lease_rotated');
    },
);

# Authority loss before cancel before success, whatever the order in which they are told.
my %RANK = (cancel => 1, barge_in => 1, complete_turn => 2);
sub rank ($it) { ($it->{change} // '') eq 'revoke' ? 0 : $RANK{ $it->{kind} } // 3 }

sub apply ($it) {
    my ($kind, $session) = ($it->{kind}, $sessions{ $it->{session_id} // '' });
    if ($kind eq 'advance') { $_ += $it->{ms} for $now, $wall }
    elsif ($kind eq 'open_session') {
        return if defined $session;
        $session = { %$it, epoch => $it->{authority_epoch}, sequence => 0, has_authority => 1 };
        signal($sessions{ $it->{session_id} } = $session, 'lease_issued');
    }
    elsif (!exists $ANSWER{$kind}) { die "no answer to $kind\n" }
    elsif (defined $session) { $ANSWER{$kind}->($session, $it) }
}

my $json = JSON::PP->new->utf8->canonical;    # the same answer is the same text
$| = 1;
while (my $line = <STDIN>) {
    my $request = $json->decode($line);
    my %reply = (id => $request->{id}, op => $request->{op});
    if ($request->{op} eq 'hello') {
        %reply = (%reply, protocol => 'rspp.subject.v1', name => 'example-perl', version => '1.0.0',
            language => 'perl', capabilities => [qw(turns cancel authority)]);
    }
    elsif ($request->{op} eq 'reset') {
        ($now, $wall, %sessions) = @$request{qw(runtime_timestamp_ms wall_clock_timestamp_ms)};
    }
    elsif ($request->{op} eq 'apply') {
        my @ordered = sort { rank($a) <=> rank($b) } @{ $request->{stimuli} };
        $reply{events} = \@events if eval { @events = (); apply($_) for @ordered; 1 };
        my $code = $@ =~ /^no answer/ ? 'unsupported' : 'internal';
        %reply = (id => $request->{id}, op => 'error', error => { code => $code, message => $@ }) if $@;
    }
    print $json->encode(\%reply), "\n";
    last if $request->{op} eq 'bye';
}
