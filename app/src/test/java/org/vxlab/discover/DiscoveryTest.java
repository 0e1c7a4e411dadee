package org.vxlab.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vxlab.session.Templates;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

class DiscoveryTest {
    private static final List<String> TEMPLATES = Templates.NAMES;

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void findsTheTemplateThatWasPushed(String name) throws IOException {
        ResolvedLab pushed = ResolvedLab.of(DrawnHosts.template(name));
        Lab found = Discovery.of(DrawnHosts.of(pushed), Source.RUNNING, Optional.empty()).lab();
        assertThat(LabCheck.problems(found)).noneMatch(Problem::isError);
        assertThat(DrawnHosts.withoutNames(ResolvedLab.of(found)))
                .isEqualTo(DrawnHosts.withoutNames(pushed));
    }
}
