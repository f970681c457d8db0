package dev.firedrill.lint.check.deployment;

import static dev.firedrill.lint.check.deployment.Deployments.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotMountedTest {
  private static final LintCase CASE = LintCase.of("stack/not-mounted");
  private static final Path FOLDER = Path.of("/repo");

  private static List<String> prometheus(String ruleFiles, String service) {
    String compose = "services:\n  p:\n" + service.indent(4);
    return CASE.in(Deployments.compose(FOLDER, "rule_files: [" + ruleFiles + "]", compose))
        .findings(RULES);
  }

  @Test
  void reportsRuleFilesThatTheContainerDoesNotSee() {
    String service =
        "image: prom/prometheus\nvolumes:\n- ./prometheus.yml:/etc/prometheus/prometheus.yml\n";
    assertThat(prometheus("rules.yml", service))
        .containsExactly(
            "1:14 warning: no volume of the service `p` provides this: it is"
                + " /etc/prometheus/rules.yml there and does not exist in the container");
    assertThat(prometheus("/rules/*.yml", service))
        .containsExactly(
            "1:14 warning: no volume of the service `p` provides this: it does not exist in the"
                + " container");
    assertThat(prometheus("../a.yml", service + "- ./a.yml:/etc/a.yml\n")).isEmpty();
    assertThat(prometheus("rules.yml", service + "- ./x.yml:/etc/prometheus/rules.yml\n"))
        .isEmpty();
    assertThat(prometheus("'rules/*.yml'", service + "- rules:/etc/prometheus/rules\n")).isEmpty();
  }

  @Test
  void leavesServicesAloneThatDoNotSeeTheConfigurationOrBuildTheirImage() {
    assertThat(prometheus("rules.yml", "image: prom/prometheus\n")).isEmpty();
    assertThat(prometheus("rules.yml", "image: alpine\nvolumes: ['./prometheus.yml:/p.yml']\n"))
        .isEmpty();
    assertThat(prometheus("rules.yml", "build: .\nvolumes: ['./prometheus.yml:/p.yml']\n"))
        .isEmpty();
  }

  @Test
  void reportsTemplates() {
    String alertmanager =
        """
        templates: ['/etc/alertmanager/templates/*.tmpl']
        route: {receiver: a}
        receivers: [{name: a}]
        """;
    String compose =
        """
        services:
          alertmanager:
            image: prom/alertmanager
            volumes:
            - ./alertmanager.yml:/etc/alertmanager/alertmanager.yml
        """;
    assertThat(CASE.in(Deployments.routes(FOLDER, alertmanager, compose)).findings(RULES))
        .containsExactly(
            "1:14 warning: no volume of the service `alertmanager` provides this: it does not"
                + " exist in the container");
    String mounted = compose + "    - ./templates:/etc/alertmanager/templates\n";
    assertThat(CASE.in(Deployments.routes(FOLDER, alertmanager, mounted)).findings(RULES))
        .isEmpty();
  }

  @Test
  void reportsAConfigurationOfTheCommandLine() {
    String service = "image: prom/prometheus\ncommand: ['--config.file=/etc/p.yml']\n";
    assertThat(prometheus("", service))
        .containsExactly(
            "4:30 warning: no volume of the service `p` provides this: it does not exist in the"
                + " container");
    assertThat(prometheus("", service + "volumes: ['./p.yml:/etc/p.yml']\n")).isEmpty();
    assertThat(prometheus("", service.replace("/etc/p.yml", "/etc/prometheus/prometheus.yml")))
        .isEmpty();
  }

  @Test
  void reportsAVolumeWithoutAColon() {
    assertThat(prometheus("", "image: grafana\nvolumes:\n- storage/var/lib/grafana\n"))
        .containsExactly(
            "5:7 warning: this mounts nothing: a volume is `source:target`, the target absolute");
  }
}
