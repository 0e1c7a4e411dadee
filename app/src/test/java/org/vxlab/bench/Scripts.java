package org.vxlab.bench;

import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The program's own commands as the files that people would send by other means.
final class Scripts {
    /// A device group that nothing else uses.
    private static final int GROUP = 77;

    private Scripts() {}

    /// A process per command.
    static Path oneByOne(HostPlan plan) {
        String lines =
                plan.steps().stream()
                        .map(step -> Scripts.quoted(step.command()) + "\n")
                        .collect(Collectors.joining());
        return World.write("script." + plan.host(), "set -e\n" + lines);
    }

    /// As few processes as the order of the commands allows.
    static Path batches(HostPlan plan) {
        StringBuilder script = new StringBuilder("set -e\n");
        for (Batch batch : batchesOf(plan, Integer.MAX_VALUE)) {
            script.append(quoted(batch.run()));
            if (!batch.run().input().isEmpty()) {
                script.append(" <<'END'\n").append(batch.run().input()).append("END");
            }
            script.append('\n');
        }
        return World.write("batches." + plan.host(), script.toString());
    }

    static List<Batch> batchesOf(HostPlan plan, int most) {
        return Batch.group(plan.steps().stream().map(Step::command).toList(), most);
    }

    /// Takes all devices of a plan away again, as a group at once: one by one, the kernel waits for
    /// each.
    static Path reset(HostPlan plan) {
        StringBuilder script = new StringBuilder("ip -force -batch - 2>&1 <<END || :\n");
        for (String device : plan.wanted().links().keySet()) {
            script.append("link set dev ").append(device).append(" group ").append(GROUP);
            script.append('\n');
        }
        script.append("END\nip link del group ").append(GROUP).append(" 2>&1 || :\n");
        return World.write("reset." + plan.host(), script.toString());
    }

    private static String quoted(Command command) {
        return command.argv().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
