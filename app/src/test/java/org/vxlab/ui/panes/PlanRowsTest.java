package org.vxlab.ui.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostResult.End;
import org.vxlab.apply.PushEvent;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.LabFile;
import org.vxlab.session.PlanPreview;
import org.vxlab.session.Templates;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.ui.HostProgress;
import org.vxlab.ui.panes.PlanRow.Progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the plan's lines say of a push that did not come to its end.
class PlanRowsTest {
    private static final int FAILED = 3;
    private static final String SAID = "RTNETLINK answers: File exists";

    private final ResolvedLab lab =
            ResolvedLab.of(LabFile.read(Templates.read(Templates.USUAL)).lab().orElseThrow());
    private final List<HostPlan> plans = PlanPreview.of(lab, Map.of());
    private final HostPlan first = plans.getFirst();

    private HostResult ended(End end) {
        return new HostResult(
                first.host(),
                end,
                first,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(1));
    }

    private List<PlanRow> rows(HostProgress progress) {
        return PlanRows.of(lab, List.of(first), List.of(), Map.of(first.host(), progress));
    }

    private static List<Progress> progress(List<PlanRow> rows) {
        return rows.stream()
                .filter(PlanRow.Command.class::isInstance)
                .map(row -> ((PlanRow.Command) row).progress())
                .toList();
    }

    @Test
    void aFailedCommandIsNamedWithItsHostAndItsOwnWordsAndTheRestIsUndone() {
        Step step = first.steps().get(FAILED - 1);
        PushEvent.StepFailed failed =
                new PushEvent.StepFailed(
                        first.host(), FAILED, first.steps().size(), step, 2, SAID, false);

        List<PlanRow> rows =
                rows(
                        new HostProgress(
                                first,
                                FAILED - 1,
                                true,
                                Optional.of(failed),
                                Optional.of(ended(End.ROLLED_BACK))));

        PlanRow.Failure told =
                rows.stream()
                        .filter(PlanRow.Failure.class::isInstance)
                        .map(PlanRow.Failure.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(told.host()).isEqualTo("h1");
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.stderr()).isEqualTo(SAID);
        assertThat(rows.get(rows.indexOf(told) - 1))
                .isInstanceOfSatisfying(
                        PlanRow.Command.class,
                        row -> {
                            assertThat(row.step()).isEqualTo(step);
                            assertThat(row.progress()).isEqualTo(Progress.FAILED);
                        });
        assertThat(progress(rows))
                .hasSize(first.steps().size())
                .containsOnly(Progress.UNDONE, Progress.FAILED)
                .containsOnlyOnce(Progress.FAILED);
    }

    @Test
    void aHostThatAStoppedPushDidNotReachWaits() {
        List<PlanRow> rows =
                rows(
                        new HostProgress(
                                first,
                                0,
                                false,
                                Optional.empty(),
                                Optional.of(ended(End.NOT_STARTED))));

        assertThat(progress(rows)).containsOnly(Progress.WAITING);
        assertThat(rows.getFirst())
                .isInstanceOfSatisfying(
                        PlanRow.Head.class,
                        head ->
                                assertThat(head.progress().orElseThrow().result())
                                        .contains(ended(End.NOT_STARTED)));
    }
}
