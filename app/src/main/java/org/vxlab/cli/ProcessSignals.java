package org.vxlab.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// SIGINT (Ctrl-C), SIGTERM, and SIGHUP (the terminal was closed) of this process.
///
/// The JDK has signals only in `sun.misc`, of which the compiler warns whatever one does; hence the
/// reflection, done when first needed because it takes some milliseconds. A shutdown hook would not
/// do: it cannot tell the second Ctrl-C from the first.
public final class ProcessSignals implements Interrupts {
    private static final String HANG_UP = "HUP";
    private static final List<String> NAMES = List.of("INT", "TERM", HANG_UP);

    private final ConcurrentLinkedDeque<Runnable> actions = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean happened = new AtomicBoolean();
    private final AtomicBoolean installed = new AtomicBoolean();
    private final List<String> names;

    /// Those by which people and systems ask a program to end.
    public ProcessSignals() {
        this(NAMES);
    }

    /// @param names without `SIG`; those the system does not have are left out
    ProcessSignals(List<String> names) {
        this.names = List.copyOf(names);
    }

    /// Takes the signals over from Java, which would end with the same exit code but at once.
    private void install() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object told =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) ->
                                    switch (method.getName()) {
                                        case "handle" -> arrived(arguments[0].toString());
                                        case "hashCode" -> System.identityHashCode(proxy);
                                        case "equals" -> false;
                                        default -> "handler of signals";
                                    });
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : names) {
                take(handle, signal.getConstructor(String.class), name, told);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a Java without the module jdk.unsupported", e);
        }
    }

    private static void take(Method handle, Constructor<?> signal, String name, Object told)
            throws ReflectiveOperationException {
        try {
            handle.invoke(null, signal.newInstance(name), told);
        } catch (InvocationTargetException e) {
            // The system has no such signal (Windows knows no SIGHUP), or keeps it for itself (a
            // debugger): then it ends us its way.
            return;
        }
    }

    private Object arrived(String signal) {
        if (happened.getAndSet(true)) {
            if (signal.endsWith(HANG_UP)) {
                // The kernel and the shell each send one: that is one wish.
                return null;
            }
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        }
        Runnable action = actions.peekFirst();
        if (action == null) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        } else {
            action.run();
        }
        return null;
    }

    @Override
    public Registration on(Runnable action) {
        if (!installed.getAndSet(true)) {
            install();
        }
        actions.addFirst(action);
        return () -> actions.remove(action);
    }

    @Override
    public boolean happened() {
        return happened.get();
    }
}
