package org.vxlab.export;

import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Step;

import java.util.ArrayList;
import java.util.List;

/// Writes the plain `ip` and `bridge` commands of each host as files for `-batch`.
final class BatchFiles {
    private final ExportSource source;

    BatchFiles(ExportSource source) {
        this.source = source;
    }

    Export export() {
        List<ExportedFile> files = new ArrayList<>();
        for (Blueprint host : source.hosts()) {
            StringBuilder text = new StringBuilder();
            for (Step step : host.up()) {
                text.append("# ").append(source.words().apply(step.why())).append('\n');
                text.append(step.text()).append('\n');
            }
            files.add(ExportedFile.plain(host.host().name() + ".batch", text.toString()));
        }
        return new Export(files, List.of());
    }
}
