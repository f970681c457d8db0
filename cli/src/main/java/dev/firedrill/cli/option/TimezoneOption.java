package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import java.time.DateTimeException;
import java.time.ZoneId;

/// `--timezone`: how times are shown.
public final class TimezoneOption {
  private final Value zone;

  /// Declares the option.
  public TimezoneOption(Options options) {
    zone =
        options.value(
            "--timezone",
            "ZONE",
            "of times shown, and given without one: local, Europe/Berlin (default: UTC)");
    options.whenParsed(this::zone);
  }

  /// {@return the time zone in which times are shown, and read where they name none}
  public ZoneId zone() {
    String name = zone.orElse("UTC");
    try {
      return name.equals("local") ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--timezone '"
              + name
              + "': no such time zone: expected local, UTC or a name as Europe/Berlin");
    }
  }
}
