package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class HostAccessTest {
    private static final long LONG_SECONDS = 20;

    @Test
    void closesAllHostsAtTheSameTime() throws Exception {
        CountDownLatch bothClosing = new CountDownLatch(2);
        AtomicInteger alone = new AtomicInteger();
        Runnable closing =
                () -> {
                    bothClosing.countDown();
                    try {
                        if (!bothClosing.await(LONG_SECONDS, TimeUnit.SECONDS)) {
                            alone.incrementAndGet();
                        }
                    } catch (InterruptedException e) {
                        alone.incrementAndGet();
                    }
                };
        List<HostAccess> hosts =
                List.of(
                        new HostAccess("a", () -> new ScriptedHost("a", () -> "", closing)),
                        new HostAccess("b", () -> new ScriptedHost("b", () -> "", closing)));
        for (HostAccess host : hosts) {
            host.open();
        }
        HostAccess.closeAll(hosts);
        assertThat(bothClosing.getCount()).isZero();
        assertThat(alone).hasValue(0);
    }
}
