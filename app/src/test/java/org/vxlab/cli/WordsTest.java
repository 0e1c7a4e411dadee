package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;
import org.vxlab.topology.HostWord;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.WrongText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Words of the command line that mean more than themselves.
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "lab@10.0.0.1:22, 10.0.0.1, lab, 22",
        "lab@host, host, lab,",
        "10.0.0.1:2222, 10.0.0.1,, 2222",
        "[fd00::1]:22, fd00::1,, 22",
        "root@[fd00::1], fd00::1, root,",
        "fd00::1, fd00::1,,",
        "root@fd00::1, fd00::1, root,"
    })
    void readsHostsToClean(String word, String address, String user, Integer port) {
        assertThat(HostWord.parse(word))
                .isEqualTo(
                        new SshTarget.Address(
                                address,
                                Optional.ofNullable(port),
                                Optional.ofNullable(user),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void takesABareNameForAnAlias() {
        assertThat(HostWord.parse("my-host")).isEqualTo(new SshTarget.Alias("my-host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a:0", "a:65536", "-oProxyCommand=x", "@a", "a:b"})
    void refusesWhatIsNoHost(String word) {
        assertThatThrownBy(() -> HostWord.parse(word)).isInstanceOf(WrongText.class);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "10,10000", "2m,120000", "1h,3600000"})
    void readsTimes(String word, long milliseconds) {
        assertThat(new DurationWord().convert(word)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void hasEveryTemplateInItsJar() throws IOException {
        try (var folders = Files.list(Path.of("../lab-templates"))) {
            assertThat(
                            folders.filter(Files::isDirectory)
                                    .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Templates.NAMES);
        }
        for (String name : Templates.NAMES) {
            assertThat(LabFile.read(Templates.read(name)).hasErrors()).as(name).isFalse();
        }
    }
}
