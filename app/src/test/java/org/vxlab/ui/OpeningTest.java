package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.session.Templates;
import org.vxlab.topology.Host;

import java.util.Set;
import java.util.stream.Collectors;

/// One lab opened after another.
class OpeningTest extends WindowOnStage {

    @Test
    void drawsEveryLabThatIsOpened(FxRobot robot) {
        robot.clickOn("#english");
        for (String template : Templates.NAMES) {
            window.run(actions -> actions.template(template));
            Set<String> texts =
                    robot.lookup(node -> node instanceof Text).queryAllAs(Text.class).stream()
                            .map(Text::getText)
                            .collect(Collectors.toSet());
            assertThat(texts)
                    .as(template)
                    .containsAll(window.desk().lab().hosts().stream().map(Host::name).toList());
        }
    }
}
