package org.vxlab.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Wanted;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From a lab file to the plans of all its hosts, step by step. A full mesh of flood lists grows
/// with the square of the hosts; nothing else may.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LabBenchmark {
    @Param({"8", "16", "32"})
    int hosts;

    @Param({"16"})
    int vnis;

    private String text;
    private Lab lab;
    private ResolvedLab resolved;
    private List<HostState> wanted;

    @Setup
    public void prepare() {
        text = FullMesh.of(hosts, vnis).text();
        lab = LabFile.read(text).lab().orElseThrow();
        resolved = ResolvedLab.of(lab);
        wanted = wanted();
    }

    @Benchmark
    public LabReading readFile() {
        return LabFile.read(text);
    }

    @Benchmark
    public List<Problem> check() {
        return LabCheck.problems(lab);
    }

    @Benchmark
    public ResolvedLab resolve() {
        return ResolvedLab.of(lab);
    }

    /// What every host shall have.
    @Benchmark
    public List<HostState> wanted() {
        return resolved.hosts().stream()
                .map(host -> Wanted.of(resolved, host.name(), FullMesh.UNDERLAY_DEVICE))
                .toList();
    }

    @Benchmark
    public List<HostPlan> planFreshHosts() {
        return plan(false);
    }

    @Benchmark
    public List<HostPlan> planHostsThatAreAsWanted() {
        return plan(true);
    }

    private List<HostPlan> plan(boolean there) {
        List<HostPlan> plans = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            HostState actual = there ? wanted.get(i) : HostState.EMPTY;
            Ownership owner = new Ownership(FullMesh.NAME, FullMesh.host(i + 1));
            plans.add(Planner.plan(wanted.get(i), actual, owner));
        }
        return plans;
    }
}
