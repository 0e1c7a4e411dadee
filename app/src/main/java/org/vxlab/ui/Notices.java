package org.vxlab.ui;

import javafx.scene.Node;

import org.vxlab.apply.HostSurvey;
import org.vxlab.observe.HostObservation.Status;
import org.vxlab.observe.Observation;
import org.vxlab.topology.Message;
import org.vxlab.ui.dialogs.Asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells what has to be seen whichever tab is open: in a bar above the drawing that hosts were lost
/// or that something could not be done, in a dialog that a host's key is not the one it had. UI
/// thread only.
final class Notices {
    /// Refusals that may mean an attack; a line in a list is not enough for them.
    private static final Set<String> ALARMING =
            Set.of("remote.hostKey.changed", "remote.hostKey.revoked");

    private final Desk desk;
    private final Live live;
    private final Asking asking;
    private final NoticeBar bar;

    Notices(Desk desk, Live live, Asking asking) {
        this.desk = desk;
        this.live = live;
        this.asking = asking;
        bar = new NoticeBar(desk.texts());
        live.observationProperty().map(_ -> lost().keySet()).subscribe(_ -> show());
        live.refusalProperty().subscribe(_ -> show());
        live.surveysProperty().subscribe(this::warn);
        desk.texts().languageProperty().subscribe(_ -> show());
    }

    Node bar() {
        return bar;
    }

    private Map<String, Message> lost() {
        Map<String, Message> lost = new LinkedHashMap<>();
        live.observationProperty()
                .get()
                .map(Observation::hosts)
                .orElse(Map.of())
                .forEach(
                        (name, host) -> {
                            if (host.status() instanceof Status.Lost(_, Message why)) {
                                lost.put(name, why);
                            }
                        });
        return lost;
    }

    private void show() {
        List<String> lines = new ArrayList<>();
        Map<String, Message> lost = lost();
        if (!lost.isEmpty()) {
            lines.add(
                    desk.texts()
                            .of(
                                    "ui.notice.lost",
                                    lost.size(),
                                    String.join(", ", lost.keySet()),
                                    lost.values().iterator().next()));
        }
        Optional<Message> refusal = live.refusalProperty().get();
        refusal.map(desk.texts()::of).ifPresent(lines::add);
        if (lines.isEmpty()) {
            bar.hide();
        } else {
            bar.tell(String.join("\n", lines));
        }
    }

    private void warn(List<HostSurvey> surveys) {
        String changed =
                surveys.stream()
                        .filter(HostSurvey.Away.class::isInstance)
                        .map(survey -> ((HostSurvey.Away) survey).why())
                        .filter(why -> ALARMING.contains(why.key()))
                        .map(desk.texts()::of)
                        .collect(Collectors.joining("\n\n"));
        if (!changed.isEmpty()) {
            // What waits for the answer must not be what tells the window of the reading.
            desk.ui().execute(() -> asking.warn(desk.texts().of("ui.ask.key"), changed));
        }
    }
}
