package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.testfx.api.FxRobot;
import org.vxlab.session.Templates;
import org.vxlab.topology.LabEdit;

import java.util.Locale;

/// A problem put right where it is told.
class MendingTest extends WindowOnStage {

    @InBothLanguages
    void theListOfProblemsHasTheCureAsAButtonAlsoWhereTheStructureIsLocked(
            Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template("bridge-and-vxlan-broken"));
        window.onUi(() -> window.desk().modeProperty().set(Desk.Mode.LIVE));
        robot.clickOn(window.text("ui.tab.problems") + " (1)");
        window.settle();

        robot.clickOn("#problemRows .cure");
        window.await(() -> window.desk().stateProperty().get().checked());

        assertThat(window.desk().problemsProperty().get()).isEmpty();
        assertThat(window.desk().modeProperty().get()).isEqualTo(Desk.Mode.DESIGN);
        assertThat(window.desk().stateProperty().get().history().undoable()).isPresent();
    }

    @InBothLanguages
    void whatIsWrongWithTheLabAsAWholeHasItsCureToo(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template(Templates.USUAL));
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("a name with blanks")));
        robot.clickOn(window.text("ui.tab.problems") + " (1)");
        window.settle();

        robot.clickOn("#problemRows .cure");
        window.await(() -> window.desk().problemsProperty().get().isEmpty());

        assertThat(window.desk().lab().name()).isEqualTo("a-name-with-blanks");
    }
}
