package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost.Following;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// How shells become root, with a stand-in for `sudo` that speaks as sudo 1.9 does.
@Timeout(60)
class SudoTest {
    private static final String PASSWORD = "sésame '1";

    @TempDir Path folder;

    @BeforeEach
    void install() throws Exception {
        script("id", "echo 1000");
        script(
                "sudo",
                "mode=$(cat "
                        + folder.resolve("mode")
                        + ")\n"
                        + "[ \"$mode\" != denied ] || { echo 'sudo: sorry, you must have a tty to"
                        + " run sudo' >&2; exit 1; }\n"
                        + "case $1 in\n"
                        + "-n) [ \"$mode\" = free ] || { echo 'sudo: a password is required' >&2;"
                        + " exit 1; }; shift 2;;\n"
                        + "-S) i=0; while :; do printf %s \"$3\" >&2; IFS= read -r given;\n"
                        + "[ \"$given\" != \"$(cat "
                        + folder.resolve("password")
                        + ")\" ] || break; i=$((i+1));\n"
                        + "[ $i -lt 3 ] || { echo 'sudo: 3 incorrect password attempts' >&2; exit"
                        + " 1; }\n"
                        + "echo 'Sorry, try again.' >&2; done; shift 4;;\n"
                        + "esac\n"
                        + "SUDO_RAN=1 exec \"$@\"");
        Files.writeString(folder.resolve("password"), PASSWORD);
    }

    @Test
    void becomesRootWithoutAPassword() throws Exception {
        try (RemoteHost host = open("free", new Sudo.WhenNotRoot(), new Answers(false))) {
            assertThat(throughSudo(host)).isEqualTo("1\n");
        }
    }

    @Test
    void asksForThePasswordOnceForAllChannels() throws Exception {
        Answers answers = new Answers(false, PASSWORD);
        try (RemoteHost host = open("password", new Sudo.Always(), answers)) {
            assertThat(throughSudo(host)).isEqualTo("1\n");
            CollectedLines lines = new CollectedLines();
            try (Following following =
                    host.follow(RemoteHostContract.shell("echo $SUDO_RAN"), lines)) {
                assertThat(following.awaitEnd()).isZero();
            }
            assertThat(lines.out()).containsExactly("1");
            assertThat(lines.err()).isEmpty();
        }
        assertThat(answers.asked).containsExactly("sudo lab");
        assertThat(answers.given).allMatch(secret -> new String(secret).matches("\0*"));
    }

    @Test
    void asksAgainForAWrongPassword() throws Exception {
        Answers answers = new Answers(false, "wrong", "", PASSWORD);
        try (RemoteHost host = open("password", new Sudo.Always(), answers)) {
            assertThat(throughSudo(host)).isEqualTo("1\n");
        }
        assertThat(answers.asked).containsExactly("sudo lab", "sudo lab again", "sudo lab again");
    }

    @Test
    void givesUpAfterThreeWrongPasswords() {
        RemoteException denied = denied("password", new Answers(false, "a", "b", "c", PASSWORD));
        assertThat(denied.text().key()).isEqualTo("remote.sudo.refused");
        assertThat(denied.text().arguments())
                .containsExactly("h1", "sudo: 3 incorrect password attempts");
    }

    @Test
    void saysThatAPasswordIsNeeded() {
        RemoteException denied = denied("password", Questions.NONE);
        assertThat(denied.text().key()).isEqualTo("remote.sudo.noPassword");
        assertThat(denied.text().arguments()).containsExactly("h1", "lab");
    }

    @Test
    void saysWhatSudoSays() {
        RemoteException denied = denied("denied", new Answers(false, PASSWORD));
        assertThat(denied.text().key()).isEqualTo("remote.sudo.refused");
        assertThat(denied.text().arguments())
                .containsExactly("h1", "sudo: sorry, you must have a tty to run sudo");
    }

    @Test
    void needsNoSudoWhereNoneIsWanted() throws Exception {
        try (RemoteHost host = open("denied", new Sudo.Never(), Questions.NONE)) {
            assertThat(throughSudo(host)).isEqualTo("\n");
        }
        script("id", "echo 0");
        try (RemoteHost host = open("denied", new Sudo.WhenNotRoot(), Questions.NONE)) {
            assertThat(throughSudo(host)).isEqualTo("\n");
        }
    }

    private static String throughSudo(RemoteHost host) throws Exception {
        return host.run(
                        List.of(RemoteHostContract.shell("echo $SUDO_RAN")),
                        RemoteHost.OnFailure.STOP,
                        _ -> {},
                        RemoteHostContract.LIMIT)
                .getFirst()
                .stdout();
    }

    private RemoteException denied(String mode, Questions questions) {
        RemoteException denied =
                catchThrowableOfType(
                        RemoteException.class, () -> open(mode, new Sudo.WhenNotRoot(), questions));
        assertThat(denied.kind()).isEqualTo(Kind.PERMISSION);
        return denied;
    }

    private RemoteHost open(String mode, Sudo sudo, Questions questions) throws Exception {
        Files.writeString(folder.resolve("mode"), mode);
        return ShellHost.open(
                new LocalShells(List.of("env", "PATH=" + folder + ":/usr/bin:/bin", "/bin/sh")),
                new Privilege(sudo, "h1", "lab", questions, new Secrets()));
    }

    private void script(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
