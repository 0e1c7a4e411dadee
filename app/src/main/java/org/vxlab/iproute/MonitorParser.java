package org.vxlab.iproute;

import org.vxlab.iproute.MonitorEvent.AddressAdded;
import org.vxlab.iproute.MonitorEvent.AddressDeleted;
import org.vxlab.iproute.MonitorEvent.LinkChanged;
import org.vxlab.iproute.MonitorEvent.LinkDeleted;
import org.vxlab.iproute.MonitorEvent.Overflow;
import org.vxlab.iproute.MonitorEvent.PortChanged;
import org.vxlab.iproute.MonitorEvent.Reported;
import org.vxlab.iproute.MonitorEvent.Unrecognised;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of one running `bridge monitor` or `ip monitor`, one after the other.
///
/// Monitors print text whatever `-j` says. One instance belongs to one stream, for `bridge` prints
/// the time on a line of its own before the event. No line ever ends in an exception.
public final class MonitorParser {
    /// Both forwarding tables. `bridge` knows `-t`, a `Timestamp:` line before each event, and not
    /// `-ts`. Times are local; UTC makes them instants.
    public static final Command FDB =
            Command.of("env", "TZ=UTC0", "LC_ALL=C", "bridge", "-t", "monitor", "fdb");

    /// Devices, addresses, neighbours and misses, one line each (`-o`). It prints forwarding
    /// entries too, as if they were neighbours; statistics (`-s`) tell them apart, for only
    /// neighbours have probes.
    public static final Command IP =
            Command.of(
                    "env",
                    "TZ=UTC0",
                    "LC_ALL=C",
                    "ip",
                    "-o",
                    "-s",
                    "-ts",
                    "monitor",
                    "link",
                    "address",
                    "neigh");

    /// No tool prints a longer line, in characters; patterns are not let loose on one.
    static final int LONGEST_LINE = 4096;

    private static final String OVERFLOW = "No buffer space available";

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    private static final Pattern SHORT_TIME =
            Pattern.compile("^\\[(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,9})\\] ?");

    private static final Pattern LONG_TIME =
            Pattern.compile(
                    "^Timestamp: \\w{3} (\\w{3}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})"
                            + " (\\d{1,6}) usec$");

    /// Before iproute2 6.11 some events leave nothing but their label, which then stands in front
    /// of the next line.
    private static final Pattern LABELS = Pattern.compile("^(?:\\[[A-Z]{2,9}\\])+");

    /// `4: vxlan10: <BROADCAST,UP> mtu ...`; 4.15 has `state UNKNOWN ` before the second colon. It
    /// never tries a part twice.
    private static final Pattern LINK =
            Pattern.compile(
                    "^(\\d{1,9}): ([^\\s@:]++)(?:@[^\\s:]++)?+(?: state [A-Z]++ )?+"
                            + "(?:@[^\\s:]++)?+: <([^>]*+)> (.*)$");

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "^\\d{1,9}: (\\S+) +inet6? ([^\\s/]+)(?: peer [^\\s/]+)?/(\\d{1,3})\\b.*$");

    private Optional<Instant> time = Optional.empty();

    /// A line of standard output; empty for a line that says nothing new.
    public Optional<Reported> accept(String line) {
        if (line.isBlank() || Character.isWhitespace(line.charAt(0))) {
            return Optional.empty();
        }
        if (line.length() > LONGEST_LINE) {
            MonitorEvent cut = new Unrecognised(line.substring(0, LONGEST_LINE));
            return Optional.of(new Reported(time, cut));
        }
        String rest = withoutLabels(line);
        Matcher shortTime = SHORT_TIME.matcher(rest);
        if (shortTime.find()) {
            time = instant(shortTime.group(1));
            rest = withoutLabels(rest.substring(shortTime.end()));
        }
        Matcher longTime = LONG_TIME.matcher(rest);
        if (longTime.matches()) {
            time = instant(longTime);
            return Optional.empty();
        }
        return event(rest).map(event -> new Reported(time, event));
    }

    /// A line of standard error. After an overflow the tool goes on.
    public static MonitorEvent acceptError(String line) {
        return line.contains(OVERFLOW) ? new Overflow() : new Unrecognised(line);
    }

    private static Optional<MonitorEvent> event(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        boolean deleted = line.startsWith("Deleted ");
        String rest = deleted ? line.substring("Deleted ".length()) : line;
        try {
            Matcher link = LINK.matcher(rest);
            if (link.matches()) {
                return link(deleted, link);
            }
            Matcher address = ADDRESS.matcher(rest);
            if (address.matches()) {
                return Optional.of(address(deleted, address));
            }
            return EntryLine.parse(rest).event(deleted);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Unrecognised(line));
        }
    }

    /// The bridge reports its ports as devices without a queue: to `ip` that is nothing new, and
    /// `Deleted` only means that the port left. `bridge` alone adds the port's state.
    private static Optional<MonitorEvent> link(boolean deleted, Matcher link) {
        Words words = new Words(link.group(4));
        String name = link.group(2);
        Optional<String> master = words.after("master");
        Optional<String> state = words.after("state");
        if (words.after("qdisc").isEmpty()) {
            boolean isPortState =
                    !deleted && master.isPresent() && state.stream().anyMatch(s -> isLowerCase(s));
            return isPortState
                    ? Optional.of(new PortChanged(name, master.get(), state.get()))
                    : Optional.empty();
        }
        int index = Integer.parseInt(link.group(1));
        if (deleted) {
            return Optional.of(new LinkDeleted(index, name));
        }
        return Optional.of(
                new LinkChanged(
                        index,
                        name,
                        List.of(link.group(3).split(",")).contains("UP"),
                        Integer.parseInt(words.after("mtu").orElse("")),
                        state.orElse("UNKNOWN"),
                        master,
                        words.after("link/ether").map(MacAddress::parse)));
    }

    private static boolean isLowerCase(String word) {
        return Character.isLowerCase(word.charAt(0));
    }

    private static MonitorEvent address(boolean deleted, Matcher address) {
        String device = address.group(1);
        InterfaceAddress value = InterfaceAddress.parse(address.group(2) + "/" + address.group(3));
        return deleted ? new AddressDeleted(device, value) : new AddressAdded(device, value);
    }

    private static String withoutLabels(String line) {
        return LABELS.matcher(line).replaceFirst("");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(Matcher m) {
        int month = MONTHS.indexOf(m.group(1)) + 1;
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    Integer.parseInt(m.group(6)),
                                    month,
                                    Integer.parseInt(m.group(2)),
                                    Integer.parseInt(m.group(3)),
                                    Integer.parseInt(m.group(4)),
                                    Integer.parseInt(m.group(5)),
                                    Integer.parseInt(m.group(7)) * 1000)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
