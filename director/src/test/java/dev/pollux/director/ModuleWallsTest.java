package dev.pollux.director;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The walls between the modules: who may know whom. Maven holds the coarse ones, these rules the rest. */
@AnalyzeClasses(packages = "dev.pollux", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleWallsTest {

    private static final String LINUX = "dev.pollux.linux..";
    private static final String GRAMMAR = "dev.pollux.grammar..";
    private static final String MODEL = "dev.pollux.grammar.model..";
    private static final String VRRP = "dev.pollux.vrrp..";
    private static final String HEALTHCHECK = "dev.pollux.healthcheck..";
    private static final String IPVS = "dev.pollux.ipvs..";
    private static final String DIRECTOR = "dev.pollux.director..";

    private static final DescribedPredicate<JavaClass> POLLUX = resideInAPackage("dev.pollux..");

    @ArchTest
    static final ArchRule linuxKnowsNobody = knowsOnly(LINUX, LINUX);

    @ArchTest
    static final ArchRule grammarKnowsNobody = knowsOnly(GRAMMAR, GRAMMAR);

    @ArchTest
    static final ArchRule vrrpKnowsLinuxAndTheModel = knowsOnly(VRRP, VRRP, LINUX, MODEL);

    @ArchTest
    static final ArchRule healthcheckKnowsLinuxAndTheModel = knowsOnly(HEALTHCHECK, HEALTHCHECK, LINUX, MODEL);

    @ArchTest
    static final ArchRule ipvsKnowsLinuxAndTheModel = knowsOnly(IPVS, IPVS, LINUX, MODEL);

    @ArchTest
    static final ArchRule theModelNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyLinuxCallsTheCLibrary = stays("jnr..", LINUX);

    @ArchTest
    static final ArchRule onlyGrammarUsesAntlr = stays("org.antlr..", GRAMMAR);

    @ArchTest
    static final ArchRule onlyTheDirectorMeasures = stays("io.micrometer..", DIRECTOR);

    @ArchTest
    static final ArchRule onlyTheDirectorWritesJsonAndNftIsRead =
            stays("com.fasterxml.jackson..", DIRECTOR, "dev.pollux.linux.nftables..");

    @ArchTest
    static final ArchRule onlyTheDirectorHasACommandLine = stays("picocli..", DIRECTOR);

    @ArchTest
    static final ArchRule onlyTheDirectorConfiguresLogging = stays("ch.qos.logback..", DIRECTOR);

    @ArchTest
    static final ArchRule loggingIsSlf4js =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("whoever waits holds a loop; timers and futures do not");

    @ArchTest
    static final ArchRule onlyLinuxAndTheDirectorReadClocks = noClasses()
            .that(resideOutsideOfPackages(LINUX, DIRECTOR))
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("time is a parameter");

    @ArchTest
    static final ArchRule decisionsArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.pollux.healthcheck.policy..",
                    "dev.pollux.ipvs.policy..",
                    "dev.pollux.vrrp.machine..",
                    "dev.pollux.vrrp.bfd.machine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.slf4j..", LINUX, "java.nio.channels..", "java.util.concurrent..")
            .because("a decision has no I/O, no clock and no log");

    private static ArchRule knowsOnly(String module, String... known) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(POLLUX.and(DescribedPredicate.not(resideInAnyPackage(known))));
    }

    private static ArchRule stays(String library, String... places) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
