package org.vxlab;

import org.vxlab.cli.Cli;
import org.vxlab.cli.ProcessTerminal;
import org.vxlab.cli.Screen;
import org.vxlab.cli.Terminal;
import org.vxlab.session.LabFile;
import org.vxlab.ui.Surroundings;
import org.vxlab.ui.Window;

import java.nio.file.Path;
import java.util.Optional;

/// Starts the program: no words, or a lab file alone, open the window; other words run a command.
public final class Main implements Screen {
    private final Terminal terminal = ProcessTerminal.open();
    private boolean shown;

    private Main() {}

    public static void main(String[] words) {
        Main program = new Main();
        int code = program.run(words);
        if (!program.shown) {
            System.exit(code);
        }
    }

    private int run(String[] words) {
        Cli cli = new Cli(terminal, this);
        if (words.length == 0) {
            return open(Optional.empty()) ? 0 : cli.runWithoutDisplay();
        }
        return words.length == 1 && words[0].endsWith(LabFile.SUFFIX)
                ? cli.run("open", words[0])
                : cli.run(words);
    }

    /// Apart from the command line, so that a command loads nothing of the window.
    @Override
    public boolean open(Optional<Path> file) {
        shown =
                Window.open(
                        new Surroundings(
                                terminal.environment(),
                                terminal.clock(),
                                terminal.zone(),
                                terminal.user(),
                                terminal.server()),
                        file);
        return shown;
    }
}
