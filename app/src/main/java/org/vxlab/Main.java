package org.vxlab;

import java.util.List;

/// Starts the program: words on the command line run a command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (!List.of(args).equals(List.of("--help"))) {
            System.err.println("usage: vxlab --help");
            System.exit(2);
        }
        System.out.println("usage: vxlab --help");
    }
}
