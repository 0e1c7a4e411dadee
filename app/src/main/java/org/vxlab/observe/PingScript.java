package org.vxlab.observe;

import org.vxlab.iproute.Command;
import org.vxlab.topology.OverlayEnd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The one command that pings many pairs from one host, and what its lines mean.
///
/// One shell per host starts the pings, a bounded number at once; every line of theirs comes back
/// with its pair's number in front, so that lines of several pings may mix. The script is the same
/// for every lab; the pairs are its standard input, one per line: family, namespace or `-`, device,
/// address.
final class PingScript {
    /// Seconds between the pings of a one-shot; below 0.2 is for root alone (ping(8)).
    private static final String INTERVAL = "0.2";

    /// Seconds to wait for the answer to the last ping.
    private static final String REPLY_LIMIT = "1";

    /// `probe PAIR PHASE FAMILY NAMESPACE DEVICE ADDRESS OPTION...` runs one ping and prints `PAIR
    /// PHASE LINE` for each of its lines, at last `PAIR PHASE exit CODE`. Where it fails and there
    /// is no such device, one line says so: each version of `ping` has words of its own for that.
    private static final String PROBE =
            """
            probe() {
              pair=$1 phase=$2 family=$3 space=$4 device=$5 address=$6
              shift 6
              {
                if [ "$space" = - ]; then
                  ping "-$family" -n -I "$device" "$@" "$address"
                  code=$?
                  [ "$code" -eq 0 ] || ip link show dev "$device" >/dev/null 2>&1 || echo absent
                else
                  ip netns exec "$space" ping "-$family" -n -I "$device" "$@" "$address"
                  code=$?
                  [ "$code" -eq 0 ] || ip -n "$space" link show dev "$device" >/dev/null 2>&1 ||
                    echo absent
                fi
                echo "exit $code"
              } 2>&1 </dev/null | while IFS= read -r line; do
                printf '%s %s %s\\n' "$pair" "$phase" "$line"
              done
            }
            """;

    /// When told to end, ends everything below itself: background commands of a shell without a
    /// terminal ignore SIGINT (POSIX 2.11) and would go on.
    private static final String ENDING =
            """
            end() {
              for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do end "$child"; done
              [ "$1" = $$ ] || kill "$1" 2>/dev/null
            }
            trap 'trap "" INT TERM HUP; end $$; exit 143' INT TERM HUP
            """;

    /// Worker `k` of `$1` takes every `$1`-th pair: first pings until one answer or `$2` seconds
    /// are over (ARP and the first flooding may cost the first few), then `$3` times.
    private static final String ONCE =
            PROBE
                    + ENDING
                    + """
                    workers=$1 warmup=$2 count=$3 interval=$4 limit=$5
                    pairs=$(cat)
                    worker=0
                    while [ "$worker" -lt "$workers" ]; do
                      {
                        number=0
                        while read -r family space device address; do
                          if [ $((number % workers)) -eq "$worker" ]; then
                            probe "$number" warmup "$family" "$space" "$device" "$address" \\
                              -c 1 -i "$interval" -w "$warmup"
                            probe "$number" count "$family" "$space" "$device" "$address" \\
                              -c "$count" -i "$interval" -W "$limit"
                          fi
                          number=$((number + 1))
                        done <<PAIRS
                    $pairs
                    PAIRS
                      } &
                      worker=$((worker + 1))
                    done
                    wait
                    """;

    /// Every second the next `$1` pairs, round and round. The `tick` line makes the shell end by
    /// SIGPIPE when nobody reads any more.
    private static final String STEADY =
            PROBE
                    + ENDING
                    + """
                    slice=$1 limit=$2
                    pairs=$(cat)
                    tick() { echo tick; sleep 1 & wait $!; }
                    while :; do
                      number=0
                      while read -r family space device address; do
                        probe "$number" steady "$family" "$space" "$device" "$address" \\
                          -D -c 1 -W "$limit" &
                        number=$((number + 1))
                        [ $((number % slice)) -ne 0 ] || tick
                      done <<PAIRS
                    $pairs
                    PAIRS
                      [ $((number % slice)) -eq 0 ] || tick
                    done
                    """;

    private static final String EXIT = "exit ";
    private static final String ABSENT = "absent";

    private PingScript() {}

    /// Pings each pair `count` times after a warm-up.
    ///
    /// @param warmup longest wait for the first answer, in whole seconds
    static Command once(List<PingPair> pairs, int workers, Duration warmup, int count) {
        return script(
                ONCE,
                pairs,
                Integer.toString(Math.min(workers, pairs.size())),
                Long.toString(warmup.toSeconds()),
                Integer.toString(count),
                INTERVAL,
                REPLY_LIMIT);
    }

    /// Pings the next `slice` pairs every second, until ended.
    static Command steady(List<PingPair> pairs, int slice) {
        return script(STEADY, pairs, Integer.toString(slice), REPLY_LIMIT);
    }

    private static Command script(String script, List<PingPair> pairs, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("sh", "-c", script, "vxlab-ping"));
        argv.addAll(List.of(arguments));
        StringBuilder input = new StringBuilder();
        for (PingPair pair : pairs) {
            OverlayEnd from = pair.from();
            input.append(
                            switch (pair.to().address().family()) {
                                case V4 -> '4';
                                case V6 -> '6';
                            })
                    .append(' ')
                    .append(from.namespace().isEmpty() ? "-" : from.namespace())
                    .append(' ')
                    .append(from.device())
                    .append(' ')
                    .append(pair.to().address())
                    .append('\n');
        }
        return new Command(argv, input.toString());
    }

    /// What a line belongs to.
    enum Phase {
        WARM_UP("warmup"),
        COUNT("count"),
        STEADY("steady");

        private final String word;

        Phase(String word) {
            this.word = word;
        }
    }

    /// A line the script printed.
    ///
    /// @param pair number of the pair in the list that was given
    /// @param text what ping printed, or `exit` and its code at the end of the phase
    record Line(int pair, Phase phase, String text) {
        /// Whether this is the phase's last.
        boolean ends() {
            return text.startsWith(EXIT);
        }

        /// Whether it says that there is no device to ping from.
        boolean isAbsence() {
            return text.equals(ABSENT);
        }

        /// Whether this is the last line of a ping that was answered.
        boolean succeeded() {
            return text.equals(EXIT + "0");
        }
    }

    /// Reads a line of the script; empty for lines that are no pair's.
    static Optional<Line> parse(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 3 || !words[0].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.word.equals(words[1]))
                .findFirst()
                .map(phase -> new Line(Integer.parseInt(words[0]), phase, words[2]));
    }
}
