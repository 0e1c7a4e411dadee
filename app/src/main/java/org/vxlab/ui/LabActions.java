package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ButtonBar.ButtonData;

import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.session.LiveReport;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.Origin;
import org.vxlab.session.Templates;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;
import org.vxlab.ui.exchange.Exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a person can do with the open lab as a whole; menus, buttons and the welcome page call it.
/// UI thread only.
public final class LabActions {
    private static final Answer CANCEL = new Answer("ui.ask.cancel", ButtonData.CANCEL_CLOSE);
    private static final Answer END = new Answer("ui.ask.end", ButtonData.OK_DONE);
    private static final Answer LEAVE = new Answer("ui.ask.leave", ButtonData.OK_DONE);

    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final LabFiles files;
    private final Asking asking;
    private final Exchange exchange;
    private final Consumer<PaneName> show;

    /// Whether the push under way is followed by a round of pings.
    private boolean pingAfterPush;

    /// The tabs below the drawing.
    public enum PaneName {
        PLAN,
        FDB,
        PINGS,
        EVENTS,
        PROBLEMS,
        TERMINAL
    }

    /// @param show brings a tab to the front
    LabActions(
            Desk desk,
            Live live,
            Plans plans,
            LabFiles files,
            Asking asking,
            Exchange exchange,
            Consumer<PaneName> show) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.files = files;
        this.asking = asking;
        this.exchange = exchange;
        this.show = show;
        live.pushedProperty().subscribe(ended -> ended.ifPresent(this::pushed));
        live.originProperty().addListener((_, _, _) -> designWithoutHosts());
        live.refusalProperty().subscribe(why -> why.ifPresent(_ -> designWithoutHosts()));
    }

    /// Without hosts there is nothing to watch, and a locked drawing would only be in the way.
    private void designWithoutHosts() {
        if (!live.isOpen()) {
            desk.modeProperty().set(Desk.Mode.DESIGN);
        }
    }

    /// The welcome page's offer: the usual template, built, pushed and pinged.
    public void tryBuiltIn() {
        leave(
                () -> {
                    files.template(Templates.USUAL);
                    pingAfterPush = true;
                    apply();
                });
    }

    public void newLab() {
        leave(files::newLab);
    }

    public void template(String name) {
        leave(
                () -> {
                    files.template(name);
                    showWhatIsWrong();
                });
    }

    public void openFile() {
        leave(() -> files.ask(this::showWhatIsWrong));
    }

    public void open(Path path) {
        leave(() -> files.open(path, this::showWhatIsWrong));
    }

    public void closeLab() {
        leave(files::close);
    }

    private void showWhatIsWrong() {
        plans.whenChecked(
                () ->
                        show.accept(
                                desk.problemsProperty().get().isEmpty()
                                        ? PaneName.PLAN
                                        : PaneName.PROBLEMS));
    }

    public void design() {
        desk.modeProperty().set(Desk.Mode.DESIGN);
    }

    /// Shows the hosts as they are, and opens them where they are not open yet.
    public void live() {
        withSoundLab(
                lab -> {
                    desk.modeProperty().set(Desk.Mode.LIVE);
                    if (!live.isOpen()) {
                        live.look(lab);
                    }
                });
    }

    /// Makes a lab out of a script, a tutorial or running hosts, and opens it.
    public void importLab() {
        exchange.importing()
                .ask()
                .ifPresent(
                        lab ->
                                leave(
                                        () -> {
                                            files.open(lab);
                                            showWhatIsWrong();
                                        }));
    }

    /// Saves the drawing as it is shown.
    public void savePicture() {
        exchange.publishing().picture();
    }

    /// Saves a handout for the lab.
    public void saveHandout() {
        withSoundLab(_ -> exchange.publishing().handout());
    }

    /// Shows what exports of the lab would write, and writes them where the person says.
    public void export() {
        withSoundLab(exchange.exporting()::export);
    }

    public void apply() {
        withSoundLab(
                lab -> {
                    desk.modeProperty().set(Desk.Mode.LIVE);
                    show.accept(PaneName.PLAN);
                    live.apply(lab);
                });
    }

    public void tearDown() {
        withSoundLab(
                lab -> {
                    show.accept(PaneName.PLAN);
                    live.down(lab);
                });
    }

    public void ping() {
        withSoundLab(
                lab -> {
                    show.accept(PaneName.PINGS);
                    live.ping(lab);
                });
    }

    public void pingSteadily(boolean steadily) {
        withSoundLab(
                lab -> {
                    show.accept(PaneName.PINGS);
                    live.pingSteadily(lab, steadily);
                });
    }

    public void stop() {
        live.stop();
    }

    /// While hosts are being worked on nothing else can be begun.
    BooleanBinding busy() {
        return Bindings.createBooleanBinding(
                () -> live.activityProperty().get() != Activity.IDLE, live.activityProperty());
    }

    /// While no lab is open.
    BooleanBinding noLab() {
        return files.openProperty().isEqualTo(false);
    }

    /// While there is nothing to apply, or something else is being done.
    BooleanBinding cannotApply() {
        return noLab().or(busy())
                .or(
                        Bindings.createBooleanBinding(
                                () -> desk.lab().hosts().isEmpty(), desk.labProperty()));
    }

    /// While no hosts are open, there is nothing to ping or to tear down.
    BooleanBinding notRunning() {
        return noLab().or(busy())
                .or(Bindings.createBooleanBinding(() -> !live.isOpen(), live.originProperty()));
    }

    /// Asks before unsaved changes or a running lab would be lost.
    ///
    /// @param then what follows unless the person wants to stay
    void leave(Runnable then) {
        files.leave(
                () -> {
                    if (mayLetGo()) {
                        if (live.isOpen()) {
                            live.leave();
                        }
                        then.run();
                    }
                });
    }

    private boolean mayLetGo() {
        Optional<Origin> origin = live.originProperty().get();
        if (origin.isEmpty()) {
            return true;
        }
        boolean ends = origin.get() == Origin.MOMENTARY;
        return asking.choose(
                        desk.texts().of("ui.ask.running", desk.lab().name()),
                        desk.texts().of(ends ? "ui.ask.running.ends" : "ui.ask.running.stays"),
                        List.of(ends ? END : LEAVE, CANCEL))
                .filter(answer -> !answer.equals(CANCEL))
                .isPresent();
    }

    private void withSoundLab(Consumer<ResolvedLab> work) {
        plans.whenChecked(
                () -> plans.resolved().ifPresentOrElse(work, () -> show.accept(PaneName.PROBLEMS)));
    }

    private void pushed(LiveReport.Pushed ended) {
        if (pingAfterPush && ended.succeeded() && ended.goal() == Goal.LAB) {
            plans.resolved().ifPresent(live::ping);
            show.accept(PaneName.FDB);
        }
        pingAfterPush = false;
    }
}
