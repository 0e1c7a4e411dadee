package org.vxlab;

/// Starts the program: words on the command line run a command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("vxlab");
    }
}
