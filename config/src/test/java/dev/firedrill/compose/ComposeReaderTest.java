package dev.firedrill.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeReaderTest {
  private static ComposeService service(String fields) {
    String text = "services:\n  s:\n" + fields.indent(4);
    ComposeFile file = ComposeReader.read(SourceFile.of("compose.yml", text), Path.of("/repo"));
    assertThat(file.services()).hasSize(1);
    return file.services().getFirst();
  }

  @Test
  void knowsTheNamesThatComposeLooksFor() {
    assertThat(ComposeReader.isComposeFile("docker-compose.yml")).isTrue();
    assertThat(ComposeReader.isComposeFile("docker-compose.monitoring.yaml")).isTrue();
    assertThat(ComposeReader.isComposeFile("compose.yaml")).isTrue();
    assertThat(ComposeReader.isComposeFile("rules.yml")).isFalse();
  }

  @Test
  void followsFilesIntoTheContainerAndBack() {
    ComposeService service =
        service("volumes:\n- ./conf/p.yml:/etc/p.yml:ro\n- ./rules/:/etc/rules/\n- data:/data\n");
    assertThat(service.seen(Path.of("/repo/conf/p.yml"))).contains("/etc/p.yml");
    assertThat(service.seen(Path.of("/repo/rules/a/b.yml"))).contains("/etc/rules/a/b.yml");
    assertThat(service.seen(Path.of("/repo/other.yml"))).isEmpty();
    assertThat(service.host("/etc/rules/*.yml")).contains("/repo/rules/*.yml");
    assertThat(service.host("/data/x")).isEmpty();
    assertThat(service.host("/elsewhere")).isEmpty();
  }

  @Test
  void saysWhatVolumesProvide() {
    ComposeService service = service("volumes:\n- ./r/a.yml:/etc/r/a.yml\n- data:/data\n");
    assertThat(service.provides("/etc/r/a.yml")).isTrue();
    assertThat(service.provides("/etc/r/*.yml")).isTrue();
    assertThat(service.provides("/data/deep/file")).isTrue();
    assertThat(service.provides("/etc/r/b.yml")).isFalse();
    assertThat(service.provides("/etc/s/*.yml")).isFalse();
  }

  @Test
  void readsTheLongFormsConfigsAndSecrets() {
    ComposeService service =
        service(
            """
            build: .
            volumes:
            - {type: bind, source: ./a, target: /a}
            - {type: volume, source: b, target: /b}
            configs:
            - {source: c, target: /etc/c.yml}
            secrets: [d]
            """);
    assertThat(service.built()).isTrue();
    assertThat(service.seen(Path.of("/repo/a"))).contains("/a");
    assertThat(service.provides("/b/x")).isTrue();
    assertThat(service.provides("/etc/c.yml")).isTrue();
    assertThat(service.provides("/run/secrets/d")).isTrue();
  }

  @Test
  void findsVolumesThatMountNothing() {
    ComposeService service = service("volumes:\n- storage/var/lib\n- /anonymous\n- ${A:-./a}:/a\n");
    assertThat(service.broken()).extracting(SourceText::text).containsExactly("storage/var/lib");
    assertThat(service.mounts()).hasSize(2);
  }

  @Test
  void readsNothingIntoOtherFiles() {
    for (String text : new String[] {"", "a: [", "services: 1", "services: {s: 1}", "- 1"}) {
      assertThat(ComposeReader.read(SourceFile.of("c.yml", text), Path.of("/")).services())
          .isEmpty();
    }
  }
}
