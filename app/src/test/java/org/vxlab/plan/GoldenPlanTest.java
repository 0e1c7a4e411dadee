package org.vxlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.io.IOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Plans for hosts whose answers were recorded. With `-Dgolden.write=true` the expected plans are
/// written instead, to be looked at before they are committed.
class GoldenPlanTest {
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("org.vxlab.messages", Locale.ROOT);

    static List<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plansWhatIsExpected(GoldenCase golden) throws Exception {
        ResolvedLab lab = golden.lab();
        StringBuilder plans = new StringBuilder();
        for (ResolvedHost host : lab.hosts()) {
            HostPlan plan =
                    Planner.plan(
                            Wanted.of(lab, host.name(), host.device().orElseThrow()),
                            golden.actual(host.name()),
                            new Ownership(lab.name(), host.name()));
            plans.append(text(plan));
        }

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden.folder().resolve(GoldenCase.EXPECTED), plans);
        }
        assertThat(plans.toString())
                .isEqualTo(Files.readString(golden.folder().resolve(GoldenCase.EXPECTED)));
    }

    private static String text(HostPlan plan) {
        StringBuilder text = new StringBuilder("== " + plan.host() + "\n");
        for (Step step : plan.steps()) {
            text.append(step.change()).append(' ').append(step.text()).append('\n');
            text.append("    ").append(english(step.why())).append('\n');
        }
        return text.toString();
    }

    private static String english(Message message) {
        return MessageFormat.format(
                ENGLISH.getString(message.key()), message.arguments().toArray());
    }
}
