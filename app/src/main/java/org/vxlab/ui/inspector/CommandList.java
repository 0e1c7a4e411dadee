package org.vxlab.ui.inspector;

import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Step;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that one thing of a drawing leads to, on hosts that have nothing of the lab yet.
///
/// @param notes what has to be said about them, or instead of them
record CommandList(List<OfHost> hosts, List<Message> notes) {
    /// More hosts would get much the same commands.
    private static final int MOST_HOSTS = 3;

    CommandList {
        hosts = List.copyOf(hosts);
        notes = List.copyOf(notes);
    }

    /// The commands for one host, in the order they run.
    record OfHost(String host, List<Step> steps) {
        OfHost {
            steps = List.copyOf(steps);
        }

        /// As a person types them, one a line.
        String text() {
            StringBuilder text = new StringBuilder();
            steps.forEach(step -> text.append(step.text()).append('\n'));
            return text.toString();
        }
    }

    /// What `thing` leads to; empty for things that lead to no commands.
    static Optional<CommandList> of(Lab lab, List<Problem> problems, Thing thing) {
        return switch (thing) {
            case Thing.Note _ -> Optional.empty();
            case Thing.Network _, Thing.Router _ ->
                    Optional.of(note(Message.of("ui.inspector.commands.underlay")));
            case Thing.Host _,
                    Thing.Segment _,
                    Thing.Member _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Workload _ -> {
                int errors = (int) problems.stream().filter(Problem::isError).count();
                yield Optional.of(
                        errors > 0
                                ? note(Message.of("ui.inspector.commands.blocked", errors))
                                : planned(ResolvedLab.of(lab), thing));
            }
        };
    }

    private static CommandList note(Message note) {
        return new CommandList(List.of(), List.of(note));
    }

    private static CommandList planned(ResolvedLab lab, Thing thing) {
        StepsOfThing which = new StepsOfThing(lab, thing);
        List<String> names = which.hosts();
        List<OfHost> hosts = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        for (String name : names.stream().limit(MOST_HOSTS).toList()) {
            ResolvedHost host = lab.host(name);
            List<Step> steps =
                    Blueprint.of(lab, host).up().stream()
                            .filter(step -> which.belongs(name, step))
                            .toList();
            if (!steps.isEmpty()) {
                hosts.add(new OfHost(name, steps));
            }
            if (host.device().isEmpty()
                    && steps.stream()
                            .anyMatch(
                                    step ->
                                            step.command()
                                                    .argv()
                                                    .contains(Blueprint.UNKNOWN_DEVICE))) {
                notes.add(
                        Message.of("ui.inspector.commands.device", Blueprint.UNKNOWN_DEVICE, name));
            }
        }
        if (names.size() > MOST_HOSTS) {
            notes.add(Message.of("ui.inspector.commands.more", names.size() - MOST_HOSTS));
        }
        if (hosts.isEmpty()) {
            notes.add(Message.of("ui.inspector.commands.none"));
        }
        return new CommandList(hosts, notes);
    }
}
