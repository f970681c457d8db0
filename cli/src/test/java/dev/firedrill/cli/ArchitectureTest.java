package dev.firedrill.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The arrows between modules, and where third-party libraries may be known.
class ArchitectureTest {
  private static final Pattern MODULE = Pattern.compile("/([a-z-]+)/target/");

  /// Which modules each module may know.
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "diagnostics", Set.of(),
          "promql-parser", Set.of("diagnostics"),
          "templates", Set.of("diagnostics", "promql-parser"),
          "config", Set.of("diagnostics", "promql-parser", "templates"),
          "client", Set.of("diagnostics", "promql-parser"),
          "linter", Set.of("diagnostics", "promql-parser", "templates", "config", "client"),
          "simulator", Set.of("diagnostics", "promql-parser", "templates", "config", "client"),
          "cli",
              Set.of(
                  "diagnostics",
                  "promql-parser",
                  "templates",
                  "config",
                  "client",
                  "linter",
                  "simulator"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/testkit/"))
          .importPackages("dev.firedrill");

  @Test
  void seesTheClassesOfAllModulesThatHaveAny() {
    assertThat(CLASSES.stream().map(ArchitectureTest::module).distinct().toList())
        .contains("diagnostics", "promql-parser", "config", "cli")
        .allSatisfy(module -> assertThat(ARROWS).containsKey(module));
  }

  @Test
  void modulesKnowOnlyThoseBelowThem() {
    ArchCondition<JavaClass> know =
        new ArchCondition<>("know only modules below theirs") {
          @Override
          public void check(JavaClass origin, ConditionEvents events) {
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
              JavaClass target = dependency.getTargetClass();
              if (target.getPackageName().startsWith("dev.firedrill") && !mayKnow(origin, target)) {
                events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
              }
            }
          }
        };
    classes().should(know).check(CLASSES);
  }

  @Test
  void picocliIsKnownInCliOnly() {
    onlyIn("dev.firedrill.cli..", "picocli..").check(CLASSES);
  }

  @Test
  void snakeyamlIsKnownWhereYamlIsReadOnly() {
    onlyIn("dev.firedrill.yaml..", "org.yaml..").check(CLASSES);
  }

  @Test
  void okhttpIsKnownInTheClientOnly() {
    onlyIn("dev.firedrill.client..", "okhttp3..", "okio..").check(CLASSES);
  }

  @Test
  void antlrIsKnownInsideTheParserOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.firedrill.promql", "dev.firedrill.promql.grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..")
        .check(CLASSES);
  }

  @Test
  void nothingButTheProcessItselfTouchesTheStandardStreams() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.firedrill.cli.Training")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(CLASSES);
  }

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static boolean mayKnow(JavaClass origin, JavaClass target) {
    String from = module(origin);
    String to = module(target.getBaseComponentType());
    return from.equals(to) || ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  private static String module(JavaClass type) {
    String uri = type.getSource().map(source -> source.getUri().toString()).orElse("");
    Matcher matcher = MODULE.matcher(uri);
    return matcher.find() ? matcher.group(1) : "unknown: " + type.getName() + " from " + uri;
  }
}
