package org.vxlab.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `vxlab completion`: a script that completes the program's words in bash and zsh.
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    /// The script calls a builtin of bash that zsh has not; all it does is a slash behind folders.
    private static final String FOR_ZSH =
            """

            if [ -n "${ZSH_VERSION-}" ]; then
              compopt() { :; }
            fi
            """;

    private final Invocation invocation;
    @Spec private CommandSpec spec;

    CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .terminal()
                .out()
                .print(AutoComplete.bash("vxlab", spec.root().commandLine()) + FOR_ZSH);
        return ExitCode.DONE.number();
    }
}
