package org.vxlab.ui;

import javafx.scene.control.TextField;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Locale;

/// Finds things by what they are called; Enter goes on to the next.
final class Finding {
    private final TextField field;
    private final Desk desk;
    private int next;

    Finding(TextField field, Desk desk) {
        this.field = field;
        this.desk = desk;
        field.textProperty()
                .addListener(
                        _ -> {
                            next = 0;
                            desk.selection().light(found());
                        });
        field.setOnAction(_ -> choose());
    }

    void begin() {
        field.requestFocus();
        field.selectAll();
    }

    private void choose() {
        List<Thing> found = found();
        if (!found.isEmpty()) {
            desk.selection().choose(List.of(found.get(next % found.size())));
            next++;
        }
    }

    private List<Thing> found() {
        String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Lab lab = desk.lab();
        return Thing.all(lab).stream()
                .filter(thing -> words(lab, thing).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /// Names, and the addresses and numbers a person may look for.
    private static String words(Lab lab, Thing thing) {
        return switch (thing) {
            case Thing.Host(String name) ->
                    lab.host(name).map(host -> name + " " + host.underlay().address()).orElse(name);
            case Thing.Network(String name) ->
                    lab.network(name).map(net -> name + " " + net.subnet()).orElse(name);
            case Thing.Segment(String name) ->
                    lab.segment(name).map(one -> name + " " + one.vni()).orElse(name);
            case Thing.Router _,
                    Thing.Member _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Workload _,
                    Thing.Note _ ->
                    thing.shown();
        };
    }
}
