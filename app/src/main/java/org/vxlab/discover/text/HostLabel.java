package org.vxlab.discover.text;

import org.vxlab.topology.InterfaceAddress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a text that says on which host the next commands run.
///
/// @param names of the hosts
/// @param who what is said instead of a name
/// @param address the one underlay address in the line
record HostLabel(List<String> names, Who who, Optional<String> address) {

    /// Hosts that are meant without being named.
    enum Who {
        NAMED,
        FIRST,
        SECOND,
        OTHER,
        ALL
    }

    private static final int LONGEST = 110;

    private static final String NOUNS =
            "host|node|server|machine|vm|vtep|hypervisor|site|leaf|spine|worker|compute|box|client"
                    + "|endpoint|peer|instance";
    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("主机", "host"),
                    Map.entry("宿主机", "host"),
                    Map.entry("节点", "node"),
                    Map.entry("服务器", "server"),
                    Map.entry("机器", "machine"),
                    Map.entry("虚拟机", "vm"),
                    Map.entry("物理机", "machine"),
                    Map.entry("一", "1"),
                    Map.entry("二", "2"),
                    Map.entry("三", "3"),
                    Map.entry("四", "4"),
                    Map.entry("甲", "A"),
                    Map.entry("乙", "B"),
                    Map.entry("丙", "C"));
    private static final String CHINESE_NOUNS = "宿主机|主机|节点|服务器|机器|虚拟机|物理机";

    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\w-])(?i:(" + NOUNS + "))([ _-]?)#?([0-9]{1,3}|[A-Z])(?![\\w])");
    private static final Pattern CHINESE_NUMBERED =
            Pattern.compile(
                    "("
                            + CHINESE_NOUNS
                            + ")\\s*[（(]?\\s*([A-Za-z]?[0-9]{1,3}|[A-Za-z]|[一二三四甲乙丙])(?![A-Za-z0-9.])");
    private static final Pattern CHINESE_NAMED =
            Pattern.compile(
                    "(?<![\\w.-])([A-Za-z][\\w-]{0,30})\\s*(?:"
                            + CHINESE_NOUNS
                            + "|上(?!面|述|文)|端(?!口)|(?:中)?执行)");
    private static final Pattern ON =
            Pattern.compile(
                    "(?i)^(?:[^A-Za-z]*)(?:(?:now|then|next|first|finally|run|and|do|execute)\\W+)*(?:on|at|in|log"
                        + " into|login to|ssh into|switch to)\\s+(?:the\\s+)?[`*\"'_]*"
                        + "([A-Za-z][\\w-]{0,30})[`*\"'_]*\\s*"
                        + "(?:host|node|machine|server|side|vm|[(:,.#]|run|execute|do|we|$).*");
    private static final Pattern ALONE =
            Pattern.compile(
                    "[^A-Za-z]*([A-Za-z][\\w-]{0,30})(?:\\s+(?i:host|node|machine|server|side|vm|"
                            + "config(?:uration)?|commands|setup))?[^A-Za-z]*");
    private static final Pattern KNOWN_NAME =
            Pattern.compile(
                    "(?i)[a-z][\\w-]*[0-9]|master|slave|client|server|left|right|primary|secondary"
                            + "|east|west|north|south|alice|bob|laptop|desktop|hub|[A-F]");
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)both|each|all|every|your|my|this|that|these|the|an?|linux|ubuntu|debian"
                        + "|centos|fedora|top|order|case|host|hosts|node|nodes|machine|server|vm|ipv[46]"
                        + "|vxlan\\d*|br\\d*|eth\\d+|step\\d*|vni\\d*|vlan\\d*|layer\\d*|l[23]|figure\\d*"
                        + "|part\\d*|rfc\\d*|iproute2|port\\d+|udp|ip|mac|fdb|vtep|arp|other|another"
                        + "|first|second|remote|peer|veth\\w*|ens\\d+|docker0?|case\\d*|option\\d*"
                        + "|version\\d*|default|tun\\d*|tap\\d*|method\\d*|example\\d*|lab\\d*|overlay");
    private static final Pattern ALL_HOSTS =
            Pattern.compile(
                    "(?i)\\b(?:both|each|all|every)\\b.{0,20}\\b(?:hosts?|nodes?|machines?|servers?"
                            + "|sides?|vms?|vteps?|ends?)\\b"
                            + "|两台|两端|两边|双方|所有(?:主机|节点|机器|服务器)|每(?:台|个(?:主机|节点))|各(?:主机|节点)");
    private static final Pattern OTHER_HOST =
            Pattern.compile(
                    "(?i)\\b(?:the"
                            + " )?(?:other|another|remote|peer|opposite)\\b.{0,3}\\b(?:hosts?|node"
                            + "|machine|server|side|vm|end|vtep)\\b|另一(?:台|端|侧|个节点|主机)|对端|对方|对面");
    private static final Pattern FIRST_HOST =
            Pattern.compile(
                    "(?i)\\bfirst (?:host|node|machine|server|side|vm|end|vtep)\\b|第一(?:台|个节点)");
    private static final Pattern SECOND_HOST =
            Pattern.compile(
                    "(?i)\\bsecond (?:host|node|machine|server|side|vm|end|vtep)\\b|第二(?:台|个节点)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\d.])((?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?)(?![\\d.])");

    HostLabel {
        names = List.copyOf(names);
    }

    /// The label a line is; none where it is prose about hosts.
    ///
    /// @param comment whether the line is a comment among commands
    static Optional<HostLabel> of(String line, boolean comment) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        boolean heading = text.matches("#{1,6}\\s.*|\\*\\*.*\\*\\*\\W*|=+ .* =+|-{2,} .* -{2,}");
        boolean announces = text.matches(".*[:：]\\W*") || text.matches("(?s)\\W*(?:在|从|登录|到).*");
        boolean named = ON.matcher(text).matches() || ALONE.matcher(text).matches();
        boolean ends = text.matches(".*[。.;；]") && !ON.matcher(text).matches();
        if (!(heading || comment || announces || named) || ends && !comment) {
            return Optional.empty();
        }
        List<String> names = names(text);
        Optional<String> address = address(text);
        if (!names.isEmpty()) {
            return Optional.of(new HostLabel(names, Who.NAMED, address));
        }
        Optional<Who> who = who(text);
        if (who.isPresent()) {
            return Optional.of(new HostLabel(List.of(), who.get(), address));
        }
        boolean onlyAddress =
                address.isPresent()
                        && text.replaceFirst(Pattern.quote(address.get()), "")
                                .matches("(?i)\\W*(?:on)?\\W*(?:在)?\\W*(?:上)?\\W*(?:执行)?\\W*");
        return onlyAddress
                ? Optional.of(new HostLabel(List.of(), Who.NAMED, address))
                : Optional.empty();
    }

    private static Optional<Who> who(String text) {
        if (ALL_HOSTS.matcher(text).find()) {
            return Optional.of(Who.ALL);
        }
        if (SECOND_HOST.matcher(text).find()) {
            return Optional.of(Who.SECOND);
        }
        if (OTHER_HOST.matcher(text).find()) {
            return Optional.of(Who.OTHER);
        }
        return FIRST_HOST.matcher(text).find() ? Optional.of(Who.FIRST) : Optional.empty();
    }

    private static List<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher numbered = NUMBERED.matcher(text);
        while (numbered.find()) {
            String between = numbered.group(2).strip();
            names.add(numbered.group(1).toLowerCase(Locale.ROOT) + between + numbered.group(3));
        }
        Matcher chinese = CHINESE_NUMBERED.matcher(text);
        while (chinese.find()) {
            String number = chinese.group(2);
            names.add(CHINESE.get(chinese.group(1)) + CHINESE.getOrDefault(number, number));
        }
        if (names.isEmpty()) {
            for (Pattern form : List.of(CHINESE_NAMED, ON, ALONE)) {
                Matcher named = form.matcher(text);
                boolean found = form == CHINESE_NAMED ? named.find() : named.matches();
                if (found
                        && !NO_NAME.matcher(named.group(1)).matches()
                        && (form == CHINESE_NAMED
                                || KNOWN_NAME.matcher(named.group(1)).matches())) {
                    names.add(named.group(1));
                    break;
                }
            }
        }
        return new ArrayList<>(names);
    }

    private static Optional<String> address(String text) {
        Matcher found = ADDRESS.matcher(text);
        Optional<String> one = Optional.empty();
        while (found.find()) {
            if (one.isPresent() || !isAddress(found.group(1))) {
                return Optional.empty();
            }
            one = Optional.of(found.group(1));
        }
        return one;
    }

    private static boolean isAddress(String text) {
        try {
            InterfaceAddress.parse(text.indexOf('/') < 0 ? text + "/24" : text);
            return true;
        } catch (IllegalArgumentException e) {
            // Four numbers, such as a version.
            return false;
        }
    }
}
