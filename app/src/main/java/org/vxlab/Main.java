package org.vxlab;

import org.vxlab.cli.Cli;
import org.vxlab.cli.ProcessTerminal;
import org.vxlab.cli.Terminal;
import org.vxlab.ui.Surroundings;
import org.vxlab.ui.Window;

/// Starts the program: no words open the window, words on the command line run a command.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        Terminal terminal = ProcessTerminal.open();
        if (words.length > 0) {
            System.exit(new Cli(terminal).run(words));
        }
        if (!opensWindow(terminal)) {
            System.exit(new Cli(terminal).runWithoutDisplay());
        }
    }

    /// Apart from the command line, so that a command loads nothing of the window.
    private static boolean opensWindow(Terminal terminal) {
        return Window.open(
                new Surroundings(
                        terminal.environment(),
                        terminal.clock(),
                        terminal.zone(),
                        terminal.user(),
                        terminal.server()));
    }
}
