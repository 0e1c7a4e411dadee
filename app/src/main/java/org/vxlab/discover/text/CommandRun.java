package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.discover.FindingList;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// Carries out single commands, in whatever they are wrapped: `sudo`, `ip netns exec`, `ssh`.
final class CommandRun {
    private final Cast cast;
    private final FindingList findings;

    /// Reads a command line that stands inside another, as for `sh -c`.
    private final BiConsumer<Integer, String> inner;

    /// What was left for a login on another host.
    private final Deque<List<String>> logins = new ArrayDeque<>();

    CommandRun(Cast cast, FindingList findings, BiConsumer<Integer, String> inner) {
        this.cast = cast;
        this.findings = findings;
        this.inner = inner;
    }

    void run(int line, List<String> words) {
        List<String> command = withoutSudo(words);
        if (command.isEmpty()) {
            return;
        }
        String tool = CommandShape.tool(command.getFirst());
        List<String> rest = command.subList(1, command.size());
        switch (tool) {
            case "ssh" -> login(line, target(rest), afterTarget(rest));
            case "docker", "podman" -> container(line, rest);
            case "vagrant" -> vagrant(line, rest);
            case "exit", "logout" -> leave();
            default -> onHosts(line, tool, rest, words);
        }
    }

    private void onHosts(int line, String tool, List<String> rest, List<String> words) {
        String shown = Step.join(words);
        for (ToldHost host : cast.current()) {
            Step step = new Step(host, host.space(host.shell), line, shown, findings);
            tool(step, tool, rest);
        }
    }

    private static List<String> withoutSudo(List<String> words) {
        List<String> rest = words;
        while (!rest.isEmpty()
                && rest.getFirst().matches("sudo|time|env|exec|command|do|then|else|\\{|!")) {
            rest = rest.subList(1, rest.size());
            while (!rest.isEmpty() && rest.getFirst().matches("-[A-Za-z]+")) {
                rest = rest.subList(1, rest.size());
            }
        }
        return rest;
    }

    private void tool(Step step, String tool, List<String> words) {
        try {
            switch (tool) {
                case "ip" -> ip(step, words);
                case "bridge" -> bridge(step, words);
                case "brctl" ->
                        turned(step, words)
                                .ifPresent(
                                        on ->
                                                attempt(
                                                        on,
                                                        () ->
                                                                new BridgeWords(
                                                                                on,
                                                                                new Words(words))
                                                                        .brctl()));
                case "ifconfig" -> new AddressWords(step, new Words(words)).ifconfig();
                case "route" -> new TableWords(step, new Words(words)).route();
                case "sh", "bash" -> shell(step, words);
                default -> {
                    if (CommandShape.OTHER_TOOLS.contains(tool)) {
                        step.tell(Kind.UNREAD, "", "discover.text.tool", step.shown(), tool);
                    }
                }
            }
        } catch (Misread e) {
            unread(step, e);
        }
    }

    /// Something that may be misread.
    private interface Attempt {
        void run() throws Misread;
    }

    private static void attempt(Step step, Attempt attempt) {
        try {
            attempt.run();
        } catch (Misread e) {
            unread(step, e);
        }
    }

    /// What was told already has an empty reason.
    private static void unread(Step step, Misread e) {
        if (!e.why().key().isEmpty()) {
            step.tell(Kind.UNREAD, "", "discover.text.unread", step.shown(), e.why());
        }
    }

    private void shell(Step step, List<String> words) {
        int at = words.indexOf("-c");
        if (at >= 0 && at + 1 < words.size()) {
            inner.accept(step.line(), words.get(at + 1));
        } else if (words.isEmpty()) {
            step.host().shell = step.space().name;
        }
    }

    private void ip(Step step, List<String> words) throws Misread {
        Words left = new Words(words);
        Step on = step;
        while (left.peek().startsWith("-")) {
            String option = left.next();
            if (option.matches("-n|-ne.*")) {
                on = step.in(step.host().space(namespace(left.next())));
            } else if (option.matches("-b|-ba.*|-f|-fa.*|-rc.*")) {
                left.next();
            }
        }
        List<String> rest = left.rest();
        Optional<Step> turned = turned(on, rest);
        if (turned.isPresent()) {
            object(turned.get(), new Words(rest));
        }
    }

    private void object(Step step, Words words) throws Misread {
        String object = words.next();
        switch (Words.matched(object, CommandShape.IP_OBJECTS)) {
            case "link" -> new LinkWords(step, words).run();
            case "address" -> new AddressWords(step, words).run();
            case "neighbor", "neighbour" -> new TableWords(step, words).neighbour();
            case "route" -> new TableWords(step, words).route();
            case "netns" -> {
                if (!words.isEmpty() && "exec".startsWith(words.peek())) {
                    words.next();
                    inside(step, words);
                } else {
                    new TableWords(step, words).namespace();
                }
            }
            case "monitor", "help", "stats" -> {}
            default -> {
                boolean shows = words.isEmpty() || words.peek().matches("s|sh.*|l|ls|list|get");
                if (!shows) {
                    throw new Misread("discover.text.word", object, "ip");
                }
            }
        }
    }

    private void inside(Step step, Words words) throws Misread {
        Step in = step.in(step.host().space(namespace(words.next())));
        List<String> command = withoutSudo(words.rest());
        if (command.isEmpty()) {
            return;
        }
        String tool = CommandShape.tool(command.getFirst());
        String before = step.host().shell;
        step.host().shell = in.space().name;
        tool(in, tool, command.subList(1, command.size()));
        boolean stays = tool.matches("sh|bash") && command.size() == 1;
        if (!stays) {
            step.host().shell = before;
        }
    }

    private static String namespace(String word) throws Misread {
        if (!word.matches("[A-Za-z0-9_.-]+")) {
            throw Words.unreadable(word);
        }
        return word;
    }

    private void bridge(Step step, List<String> words) throws Misread {
        Words left = new Words(words);
        Step on = step;
        while (left.peek().startsWith("-")) {
            if (left.next().matches("-n|-ne.*")) {
                on = step.in(step.host().space(namespace(left.next())));
            }
        }
        if (!isClosed(on)) {
            new BridgeWords(on, new Words(left.rest())).run();
        }
    }

    /// The step, on the next host where the command makes what this one has already; none where
    /// another lab begins.
    private Optional<Step> turned(Step step, List<String> words) {
        if (isClosed(step)) {
            return Optional.empty();
        }
        Duplicate duplicate = Duplicate.of(step.host(), step.space(), words);
        if (duplicate == Duplicate.OTHER_HOST && !cast.isLabelled() && !cast.isFull()) {
            cast.other();
            ToldHost next = cast.current().getFirst();
            findings.add(
                    Kind.ASSUMED,
                    next.name,
                    "",
                    OptionalInt.of(step.line()),
                    "discover.text.next-host",
                    step.shown(),
                    step.host().name,
                    next.name);
            return Optional.of(
                    new Step(
                            next,
                            next.space(step.space().name),
                            step.line(),
                            step.shown(),
                            findings));
        }
        if (duplicate == Duplicate.OTHER_LAB) {
            step.host().closed = true;
            step.tell(Kind.WRONG, "", "discover.text.second-lab", step.shown(), step.host().name);
            return Optional.empty();
        }
        return Optional.of(step);
    }

    private static boolean isClosed(Step step) {
        if (step.host().closed) {
            step.tell(Kind.UNREAD, "", "discover.text.skipped", step.shown());
        }
        return step.host().closed;
    }

    private static List<String> afterTarget(List<String> words) {
        int at = targetAt(words);
        return words.subList(Math.min(at + 1, words.size()), words.size());
    }

    private static String target(List<String> words) {
        int at = targetAt(words);
        return at < words.size() ? words.get(at).replaceFirst("^[^@]*@", "") : "";
    }

    /// The first word that is neither an option nor its value.
    private static int targetAt(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += words.get(at).matches("-[piloFJWwceu]") ? 2 : 1;
        }
        return at;
    }

    private void login(int line, String host, List<String> command) {
        if (host.isEmpty()) {
            return;
        }
        List<String> before = cast.names();
        if (host.matches("[0-9.]+") && host.split("\\.").length == 4) {
            HostLabel.of("on " + host + ":", false).ifPresent(cast::go);
        } else {
            cast.go(host);
        }
        if (command.isEmpty()) {
            logins.push(before);
        } else {
            inner.accept(line, Step.join(command));
            cast.go(before);
        }
    }

    private void container(int line, List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals("exec")) {
            List<String> rest = words.subList(1, words.size());
            login(line, target(rest), afterTarget(rest));
        }
    }

    private void vagrant(int line, List<String> words) {
        if (words.size() > 1 && words.getFirst().equals("ssh")) {
            List<String> rest = new ArrayList<>(words.subList(2, words.size()));
            rest.remove("-c");
            login(line, words.get(1), rest);
        }
    }

    private void leave() {
        for (ToldHost host : cast.current()) {
            if (!host.shell.isEmpty()) {
                host.shell = "";
                return;
            }
        }
        if (!logins.isEmpty()) {
            cast.go(logins.pop());
        }
    }
}
