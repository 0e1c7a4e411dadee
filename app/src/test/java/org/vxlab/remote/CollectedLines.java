package org.vxlab.remote;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lines of a followed command, kept.
record CollectedLines(List<String> out, List<String> err) implements RemoteHost.Lines {
    CollectedLines() {
        this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    @Override
    public void out(String line) {
        out.add(line);
    }

    @Override
    public void err(String line) {
        err.add(line);
    }
}
