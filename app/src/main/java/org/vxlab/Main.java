package org.vxlab;

import org.vxlab.cli.Cli;
import org.vxlab.cli.ProcessTerminal;

/// Starts the program: words on the command line run a command.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(new Cli(ProcessTerminal.open()).run(words));
    }
}
