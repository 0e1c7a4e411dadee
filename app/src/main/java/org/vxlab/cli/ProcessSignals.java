package org.vxlab.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// SIGINT (Ctrl-C) and SIGTERM of this process.
///
/// The JDK has signals only in `sun.misc`, of which the compiler warns whatever one does; hence the
/// reflection, done when first needed because it takes some milliseconds. A shutdown hook would not
/// do: it cannot tell the second Ctrl-C from the first.
public final class ProcessSignals implements Interrupts {
    private static final String[] NAMES = {"INT", "TERM"};

    private final ConcurrentLinkedDeque<Runnable> actions = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean happened = new AtomicBoolean();
    private final AtomicBoolean installed = new AtomicBoolean();

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
                                        case "handle" -> arrived();
                                        case "hashCode" -> System.identityHashCode(proxy);
                                        case "equals" -> false;
                                        default -> "handler of signals";
                                    });
            for (String name : NAMES) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), told);
            }
        } catch (InvocationTargetException e) {
            // The system keeps the signal for itself (`nohup`, a debugger): then it ends us its
            // way.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a Java without the module jdk.unsupported", e);
        }
    }

    private Object arrived() {
        if (happened.getAndSet(true)) {
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
