package org.vxlab.publish;

import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Labs to publish.
final class Labs {
    private static final Path TEMPLATES = Path.of("..", "lab-templates");

    private Labs() {}

    static Lab template(String name) throws IOException {
        return LabFile.read(TEMPLATES.resolve(name).resolve(name + ".vxlab.yaml"))
                .lab()
                .orElseThrow();
    }

    static Lab withNote(Lab lab, String text) {
        Layout layout = lab.layout();
        return lab.withLayout(
                new Layout(layout.positions(), List.of(new Note(new Point(0, 400), text))));
    }

    static Subject drawn(Lab lab, Locale language) {
        return new Subject(lab, Optional.empty(), language, new Words(language));
    }
}
