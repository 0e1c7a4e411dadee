package org.vxlab.remote;

import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteHost.OnFailure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The texts that are sent to shells: for dash, bash and busybox ash alike.
///
/// A shell reads its own commands ahead (dash takes 8 KiB at once), so nothing is sent to it before
/// it has answered what was sent last.
final class ShellScripts {
    /// By which a payload is known again in what a host says.
    static final String PAYLOAD_BEGINNING = "LC_ALL=C; ";

    private static final String ENVIRONMENT =
            PAYLOAD_BEGINNING
                    + "PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin;"
                    + " export LC_ALL PATH\n";

    /// The word of the mark of a script that did nothing, because another program has the host.
    static final String BUSY = "busy";

    private static final String NAMESPACE = "/proc/self/ns/net";
    private static final String HOLDER = "/run/vxlab.holder";

    /// The longest script that the shell reads by itself, in bytes: that is a system call a byte,
    /// and some thousand of them take as long as starting `head`.
    private static final int SHORT = 1_500;

    /// What scripts call. `m WORD NUMBER` prints a mark and ends with the number; `t TOKEN LINE`
    /// takes the host and `g` gives it back; `r` reads a short script into `s`.
    ///
    /// The host is taken once by a shell (`h`): with a lock on the network namespace itself, which
    /// is what is changed, and on a file descriptor of the open shell. The kernel takes it back
    /// with the shell, however that ends, and it leaves no file to clean up. The line in `/run`
    /// only says who has it. An earlier connection of the same holder is no hindrance.
    private static final String FUNCTIONS =
            """
            m() {
              printf '\\036%s %s %s\\n' "$k" "$1" "$2"
              printf '\\036%s %s %s\\n' "$k" "$1" "$2" >&2
              return "$2"
            }
            t() {
              [ -z "$h" ] && [ -r NAMESPACE ] && command -v flock >/dev/null 2>&1 || return 0
              exec 9<NAMESPACE
              flock -n 9 2>/dev/null
              if [ $? != 1 ]; then
                h=1
                { printf '%s %s\\n' $$ "$2" >HOLDER; } 2>/dev/null
                return 0
              fi
              exec 9<&-
              w=
              { read -r w <HOLDER; } 2>/dev/null
              case "$w " in *" $1 "*) return 0;; esac
              printf '%s\\n' "$w"
              m BUSY 0
              return 1
            }
            g() { [ -z "$h" ] || { exec 9<&-; h=; }; }
            r() {
              s=
              while IFS= read -r l; do
                case $l in "#$k") return;; esac
                s="$s$l
            "
              done
              exit 1
            }
            """
                    .replace("NAMESPACE", NAMESPACE)
                    .replace("HOLDER", HOLDER)
                    .replace("BUSY", BUSY);

    private ShellScripts() {}

    /// Runs `payload` in a shell of its own as root, or as the user where that is root already or
    /// is wanted; prints the mark `end` with its exit code on both streams after it.
    static String enter(Sudo sudo, String payload, String endNonce) {
        String shell = "/bin/sh -c " + ShellQuoting.quote(payload) + "\n";
        String run =
                switch (sudo) {
                    case Sudo.Never _ -> shell;
                    case Sudo.Always _ -> "sudo -n -- " + shell;
                    case Sudo.WhenNotRoot _ ->
                            "if [ \"$(id -u)\" = 0 ]; then "
                                    + shell
                                    + "else sudo -n -- "
                                    + shell
                                    + "fi\n";
                    case Sudo.WithPassword with ->
                            // The prompt is a mark, so that it is known from a banner on stderr.
                            "sudo -S -p "
                                    + ShellQuoting.quote(
                                            "\u001e" + with.promptNonce() + " prompt 0\n")
                                    + " -- "
                                    + shell;
                };
        return "{ "
                + ENVIRONMENT
                + run
                + "c=$?; printf '\\036%s end %s\\n' "
                + endNonce
                + " $c; printf '\\036%s end %s\\n' "
                + endNonce
                + " $c >&2; }\n";
    }

    /// Payload: takes scripts one after the other, as [#announced], and runs one only when all of
    /// it has arrived. Signals of a lost connection are ignored, so that a script once begun is
    /// carried out.
    static String scriptLoop(String readyNonce) {
        return ENVIRONMENT
                + "trap '' HUP PIPE; h=\n"
                + FUNCTIONS
                + ready(readyNonce)
                + """
                while read -r n k; do
                  case $n in
                    0) r;;
                    *) s=$(head -c "$n"); case $s in *"#$k") ;; *) exit 1;; esac;;
                  esac
                  eval "$s"
                done
                """;
    }

    /// A script as it is sent to [#scriptLoop]: its length in bytes and its nonce, then the script,
    /// then the nonce once more. A short one says 0 and goes on to the line with the nonce.
    static byte[] announced(String script, String nonce) {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        String end = "#" + nonce;
        // Not every shell's `read` keeps what is not ASCII.
        boolean isShort = bytes.length <= SHORT && bytes.length == script.length();
        String message =
                isShort
                        ? "0 " + nonce + "\n" + script + end + "\n"
                        : (bytes.length + end.length()) + " " + nonce + "\n" + script + end;
        return message.getBytes(StandardCharsets.UTF_8);
    }

    /// One script, in whole lines: each command, then a mark with its place and exit code; or one
    /// mark [#BUSY] after who holds the host.
    static String script(List<Command> commands, OnFailure onFailure, Optional<Hold> hold) {
        StringBuilder text = new StringBuilder("while :; do\n");
        text.append(hold.map(ShellScripts::taken).orElse("g\n"));
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            // In parentheses, a word such as `exit` or `cd` cannot touch the open shell.
            String words = "(" + ShellQuoting.quote(command.argv()) + ")";
            if (command.input().isEmpty()) {
                text.append(words).append(" </dev/null");
            } else {
                text.append("printf %s ")
                        .append(ShellQuoting.quote(command.input()))
                        .append(" 2>/dev/null | ")
                        .append(words);
            }
            text.append("; m ").append(i).append(" $?");
            text.append(onFailure == OnFailure.STOP ? " || break\n" : "\n");
        }
        return text.append("break\ndone\nm end 0\n").toString();
    }

    private static String taken(Hold hold) {
        return "t " + hold.token() + " " + ShellQuoting.quote(hold.line()) + " || break\n";
    }

    /// Payload: becomes the command, with a watcher beside it that hands on the signals named on
    /// the channel's input and ends the command when that input ends, however it ends.
    ///
    /// The watcher is the command's child (the shell that forked it became the command), so the
    /// command lives exactly as long as the watcher's parent stays the same: a process that got the
    /// same number later is never hit. A background command would have SIGINT ignored (POSIX 2.11),
    /// therefore it is the watcher that runs in the background.
    static String follow(Command command, String readyNonce) {
        return ENVIRONMENT
                + "exec 3<&0\n"
                + "q=; read -r q x 2>/dev/null </proc/self/stat\n"
                + "up() { p=$q; [ -z \"$q\" ] || read -r x x x p x 2>/dev/null </proc/self/stat;"
                + " [ \"$p\" = \"$q\" ]; }\n"
                + "{ trap '' HUP PIPE; while read -r w <&3; do up && kill -s \"$w\" $$; done;"
                + " up && kill -s TERM $$; i=0;"
                + " while up && [ $i -lt 10 ]; do sleep 0.1; i=$((i+1)); done;"
                + " up && kill -s KILL $$; } >/dev/null 2>&1 </dev/null &\n"
                + ready(readyNonce)
                + "exec "
                + ShellQuoting.quote(command.argv())
                + " 3<&- "
                + (command.input().isEmpty()
                        ? "</dev/null\n"
                        : "<<'"
                                + readyNonce
                                + "'\n"
                                + withLineEnd(command.input())
                                + readyNonce
                                + "\n");
    }

    private static String withLineEnd(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static String ready(String nonce) {
        return "printf '\\036%s ready 0\\n' "
                + nonce
                + "; printf '\\036%s ready 0\\n' "
                + nonce
                + " >&2\n";
    }
}
