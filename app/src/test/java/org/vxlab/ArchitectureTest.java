package org.vxlab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Holds the layers of ARCHITECTURE.md and the rules that the compiler cannot hold.
@AnalyzeClasses(packages = "org.vxlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /// The core from bottom to top: each may import those before it.
    private static final List<String> CORE =
            List.of("topology", "kernel", "iproute", "plan", "discover", "picture", "export");

    /// Side by side: each may import `remote` and the core, none another of them.
    private static final List<String> SHELL = List.of("apply", "observe", "locallab", "publish");

    private static final String[] CORE_PACKAGES = packages(CORE);

    /// What `System` offers that needs no world outside.
    private static final Set<String> PURE_SYSTEM_CALLS =
            Set.of("arraycopy", "identityHashCode", "lineSeparator");

    @ArchTest
    static final ArchRule everyPackageImportsOnlyWhatItsLayerMay =
            CompositeArchRule.of(
                    mayImport().entrySet().stream()
                            .map(e -> importsOnly(e.getKey(), e.getValue()))
                            .toList());

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            SlicesRuleDefinition.slices().matching("org.vxlab.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageHasALayer =
            classes()
                    .should()
                    .resideInAnyPackage(
                            Stream.concat(
                                            Stream.of("org.vxlab"),
                                            Stream.of(packages(mayImport().keySet())))
                                    .toArray(String[]::new))
                    .because("a new package gets its place in ARCHITECTURE.md and in this test");

    @ArchTest
    static final ArchRule coreHasNoFilesSocketsThreadsOrProcesses =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE_PACKAGES)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.io..",
                                            "java.net..",
                                            "java.nio.file..",
                                            "java.nio.channels..",
                                            "java.util.concurrent..",
                                            "org.slf4j..",
                                            "ch.qos.logback..")
                                    .or(
                                            describe(
                                                    "are threads or processes",
                                                    type ->
                                                            type.isAssignableTo(Thread.class)
                                                                    || type.isAssignableTo(
                                                                            Process.class)
                                                                    || type.isEquivalentTo(
                                                                            ProcessBuilder.class)
                                                                    || type.isEquivalentTo(
                                                                            Runtime.class))))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreHasNoClockRandomnessOrEnvironment =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE_PACKAGES)
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "reads a clock, randomness or the system",
                                    ArchitectureTest::readsTheWorld))
                    .allowEmptyShould(true)
                    .because("time and randomness come in as arguments");

    @ArchTest static final ArchRule onlyRemoteKnowsSshj = onlyIn("remote", "net.schmizz..");

    @ArchTest static final ArchRule onlyCliKnowsPicocli = onlyIn("cli", "picocli..");

    @ArchTest
    static final ArchRule onlyPublishKnowsPdfBox =
            onlyIn("publish", "org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule onlyUiKnowsJavaFx = onlyIn("ui", "javafx..", "org.controlsfx..");

    /// An invalidation listener is not told again before somebody has read the property.
    @ArchTest
    static final ArchRule windowListensToChanges =
            noClasses()
                    .that()
                    .resideInAPackage("org.vxlab.ui..")
                    .should()
                    .callMethodWhere(
                            JavaCall.Predicates.target(
                                    HasParameterTypes.Predicates.rawParameterTypes(
                                            "javafx.beans.InvalidationListener")));

    @ArchTest
    static final ArchRule noDumpingGrounds =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..utils..", "..common..", "..misc..", "..helper..")
                    .orShould()
                    .haveNameMatching(".*(Manager|Helpers?|Impl|Utils?)(\\$.*)?")
                    .because("a name says what it is in the field's words");

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .because("what changes belongs to an object that was handed to its users");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingThrowsGenericExceptions =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            noClasses()
                    .that(
                            resideInAnyPackage("org.vxlab..")
                                    .and(resideOutsideOfPackage("org.vxlab.cli.."))
                                    .and(resideOutsideOfPackage("org.vxlab")))
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .allowEmptyShould(true);

    private static Map<String, List<String>> mayImport() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int i = 0; i < CORE.size(); i++) {
            rows.put(CORE.get(i), CORE.subList(0, i));
        }
        rows.put("remote", CORE);
        SHELL.forEach(shell -> rows.put(shell, joined(CORE, List.of("remote"))));
        rows.put("session", joined(CORE, SHELL, List.of("remote")));
        rows.put("cli", joined(CORE, SHELL, List.of("session")));
        rows.put("ui", joined(CORE, SHELL, List.of("session")));
        return rows;
    }

    private static ArchRule importsOnly(String importer, List<String> imported) {
        List<String> allowed = joined(List.of(importer), imported);
        return classes()
                .that()
                .resideInAnyPackage(packages(List.of(importer)))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.vxlab..")
                                .or(resideInAnyPackage(packages(allowed))))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(String owner, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.vxlab." + owner + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static boolean readsTheWorld(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return !PURE_SYSTEM_CALLS.contains(name);
        }
        if (owner.isEquivalentTo(Class.class)) {
            return name.startsWith("getResource");
        }
        if (owner.getPackageName().equals("java.time")) {
            return name.equals("now") || name.startsWith("system");
        }
        return (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || owner.isAssignableTo(Random.class);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static String[] packages(Iterable<String> names) {
        List<String> patterns = new ArrayList<>();
        names.forEach(name -> patterns.add("org.vxlab." + name + ".."));
        return patterns.toArray(String[]::new);
    }
}
