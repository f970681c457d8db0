package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class TemporaryFilesTest {
  @Test
  void saysWhereAFileCannotBeWrittenAndWhatToDo() {
    String start = "no temporary file in " + System.getProperty("java.io.tmpdir") + ": ";
    assertThat(TemporaryFiles.unwritable(new IOException("No space left on device")))
        .hasMessage(
            start
                + "No space left on device; FIREDRILL_JAVA_OPTS=-Djava.io.tmpdir=FOLDER chooses"
                + " another folder");
    assertThat(TemporaryFiles.unwritable(new AccessDeniedException("/x")))
        .hasMessageStartingWith(start + "permission denied; ");
    assertThat(TemporaryFiles.unwritable(new NoSuchFileException("/x")))
        .hasMessageStartingWith(start + "there is no such folder; ");
  }
}
