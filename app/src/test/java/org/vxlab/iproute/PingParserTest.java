package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.PingEvent.Cause;
import org.vxlab.iproute.PingEvent.NoAnswerYet;
import org.vxlab.iproute.PingEvent.NotSent;
import org.vxlab.iproute.PingEvent.Reply;
import org.vxlab.iproute.PingEvent.Reported;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.iproute.PingEvent.Summary;
import org.vxlab.iproute.PingEvent.TimedOut;
import org.vxlab.iproute.PingEvent.TooLong;
import org.vxlab.iproute.PingEvent.Unreachable;
import org.vxlab.iproute.PingEvent.Unrecognised;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

class PingParserTest {
    private static List<Reported> read(String text) {
        PingParser parser = new PingParser();
        List<Reported> reported = new ArrayList<>();
        text.lines().forEach(line -> parser.accept(line).ifPresent(reported::add));
        parser.finish().ifPresent(reported::add);
        return reported;
    }

    /// One word or two per event, and a number before events that repeat.
    private static String brief(String text) {
        List<String> words = new ArrayList<>();
        for (Reported reported : read(text)) {
            words.add(
                    switch (reported.event()) {
                        case Reply reply -> reply.duplicate() ? "duplicate" : "reply";
                        case NoAnswerYet _ -> "silence";
                        case TimedOut _ -> "timeout";
                        case Unreachable unreachable -> "(" + unreachable.reason() + ")";
                        case TooLong tooLong -> "mtu" + tooLong.mtu();
                        case NotSent notSent -> notSent.cause().toString();
                        case Unrecognised(String line) -> "? " + line;
                        case Summary s ->
                                "%d/%d +%d !%d"
                                        .formatted(
                                                s.sent(), s.received(), s.duplicates(), s.errors());
                    });
        }
        StringBuilder brief = new StringBuilder();
        for (int i = 0, run; i < words.size(); i += run) {
            run = 1;
            while (i + run < words.size() && words.get(i + run).equals(words.get(i))) {
                run++;
            }
            brief.append(run > 1 ? run + " " : "").append(words.get(i)).append(", ");
        }
        return brief.substring(0, brief.length() - 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    big-ok                  | 2 reply, 2/2 +0 !0
                    broadcast               | ? WARNING: pinging broadcast address, 2/0 +0 !0
                    cannot-bind             | NO_ADDRESS
                    duplicates              | reply, duplicate, reply, duplicate, reply, 3/3 +2 !0
                    gw-missing-offlink      | 2/0 +0 !0
                    host-unreachable-D-O    | silence, 2 (Destination Host Unreachable), \
                    3 silence, 3 (Destination Host Unreachable), 5/0 +0 !5
                    host-unreachable-short  | 4/0 +0 !0
                    icmp-admin-prohibited   | (Packet filtered), 2/0 +0 !1
                    icmp-host-unreachable   | 2/0 +0 !0
                    icmp-net-unreachable    | 2 (Destination Net Unreachable), 2/0 +0 !2
                    icmp-packet-filtered    | 2/0 +0 !0
                    ipv6-device-D-O         | 2 reply, 2/2 +0 !0
                    ipv6-ok                 | 2 reply, 2/2 +0 !0
                    message-too-long        | 2 mtu1450, 2/0 +0 !2
                    network-unreachable     | NO_ROUTE
                    nic-down                | NO_ROUTE
                    no-device               | NO_DEVICE
                    ok-D-O                  | 5 reply, 5/5 +0 !0
                    ok                      | 3 reply, 3/3 +0 !0
                    oversize-fragmented-ok  | 2 reply, 2/2 +0 !0
                    partial-loss-D-O        | reply, silence, reply, 2 silence, reply, \
                    2 silence, reply, 2 silence, reply, 12/5 +0 !0
                    partial-loss-q          | 12/4 +0 !0
                    sigint                  | 7 reply, 7/7 +0 !0
                    sigquit                 | 10 reply, 10/10 +0 !0
                    sigterm                 | 7 reply
                    timeout-D-O             | 4 silence, 5/0 +0 !0
                    ttl-exceeded            | (Time to live exceeded), 1/0 +0 !1
                    unknown-host            | NO_NAME
                    """)
    void readsEveryKindOfPing(String kind, String expected) {
        assertThat(brief(Fixture.text("ping/" + kind + ".txt"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    6    | 2 reply, 2/2 +0 !0
                    C    | 2 reply, timeout, reply, 2 timeout
                    c-q  | 3/3 +0 !0, 3/0 +0 !0
                    c    | reply, timeout, 2 reply, 2 timeout, 3/3 +0 !0, 3/0 +0 !0
                    dev  | NO_DEVICE
                    l-D  | reply, timeout, reply, timeout, reply, timeout, reply, timeout, reply, \
                    timeout, reply, timeout, reply, timeout, 7 (Host Unreachable), 7/7 +0 !0, \
                    7/0 +0 !0
                    l-Q  | 2/2 +0 !0, 1/0 +0 !0, 2/2 +0 !0, 2/0 +0 !0, 2/2 +0 !0, 2/0 +0 !0, \
                    7/7 +0 !0, 6/0 +0 !0
                    name | NO_NAME
                    net  | 2/0 +0 !0
                    """)
    void readsEveryKindOfFping(String kind, String expected) {
        assertThat(brief(Fixture.text("fping/" + kind + ".txt"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ping-netunreach | NO_ROUTE
                    ping-noanswer   | 2/0 +0 !0
                    ping-ok         | 3 reply, 3/3 +0 !0
                    """)
    void readsBusyBox(String kind, String expected) {
        assertThat(brief(Fixture.text("versions/busybox-1.35/" + kind + ".txt")))
                .isEqualTo(expected);
    }

    @Test
    void readsEveryPartOfAnAnswer() {
        List<Reported> reported = read(Fixture.text("ping/ok-D-O.txt"));

        assertThat(reported.getFirst())
                .isEqualTo(
                        new Reported(
                                Optional.of(Instant.parse("2026-11-20T09:28:03.069997Z")),
                                new Reply(
                                        "10.10.0.12",
                                        1,
                                        OptionalDouble.of(0.147),
                                        OptionalInt.of(64),
                                        false)));
        assertThat(reported.getLast().event())
                .isEqualTo(
                        new Summary(
                                "10.10.0.12",
                                5,
                                5,
                                0,
                                0,
                                Optional.of(new RoundTrip(0.087, 0.105, 0.147))));
    }

    @Test
    void readsEveryPartOfFping() {
        List<PingEvent> events =
                read(Fixture.text("fping/l.txt")).stream().map(Reported::event).toList();

        assertThat(events)
                .contains(
                        new Reply(
                                "10.10.0.2",
                                0,
                                OptionalDouble.of(0.342),
                                OptionalInt.empty(),
                                false),
                        new TimedOut("10.10.0.99", 6),
                        new Unreachable(
                                "10.10.0.1",
                                Optional.of("10.10.0.99"),
                                OptionalInt.empty(),
                                "Host Unreachable"),
                        new Summary(
                                "10.10.0.2",
                                7,
                                7,
                                0,
                                0,
                                Optional.of(new RoundTrip(0.046, 0.100, 0.342))));
    }

    @ParameterizedTest
    @CsvSource({
        "'64 bytes from vm2 (10.10.0.12): icmp_seq=1 ttl=64 time=0.1 ms', 10.10.0.12",
        "'64 bytes from fe80::1%eth0: icmp_seq=1 ttl=64 time<1 ms', fe80::1%eth0",
        "'16 bytes from 10.10.0.12: icmp_seq=1 ttl=64', 10.10.0.12"
    })
    void takesTheAddressOfWhoAnswered(String line, String from) {
        assertThat(read(line).getFirst().event())
                .isInstanceOfSatisfying(
                        Reply.class, reply -> assertThat(reply.from()).isEqualTo(from));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping: Warning: source address might be selected on device other than: eth0",
                "something new"
            })
    void keepsALineItDoesNotKnow(String line) {
        assertThat(read(line))
                .containsExactly(new Reported(Optional.empty(), new Unrecognised(line)));
    }

    @Test
    void saysWhyNothingCouldBeSent() {
        assertThat(read("ping: sendto: Network is unreachable").getFirst().event())
                .isEqualTo(new NotSent(Cause.NO_ROUTE, "sendto: Network is unreachable"));
    }

    @Test
    void countsLossInPercent() {
        assertThat(new Summary("a", 12, 5, 0, 0, Optional.empty()).lossPercent())
                .isBetween(58.33, 58.34);
        assertThat(new Summary("a", 0, 0, 0, 0, Optional.empty()).lossPercent()).isZero();
    }
}
