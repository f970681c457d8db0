package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.report.FaultWords;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Drill;
import dev.firedrill.series.fault.Fault;
import dev.firedrill.series.fault.FaultReader;
import dev.firedrill.series.fault.FaultSpec;
import dev.firedrill.series.fault.Injection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `--inject`: faults put into recorded data, for a drill.
public final class InjectOption {
  private final Values faults;

  /// Declares the option.
  public InjectOption(Options options) {
    faults =
        options.values(
            "--inject",
            "FAULT",
            "a fault in the data: 'drop up{job=\"x\"} from +10m for 20m'; or set, scale, add,"
                + " freeze, reset; may be given several times");
  }

  /// {@return whether any fault was asked for}
  public boolean given() {
    return !faults.get().isEmpty();
  }

  /// {@return the data with the faults, and what was done; on standard error is said what each
  ///     touched}
  /// @param replayed the time that relative times are within
  /// @throws RejectedException when a text is no fault
  /// @throws CommandException when a fault touches nothing
  public Drill apply(Session session, SeriesSource source, TimeRange replayed) {
    Drill drill = Drill.of(source, specs(), replayed);
    for (Injection each : drill.injections()) {
      if (each.samples() == 0) {
        throw new CommandException(
            "--inject: " + FaultWords.fault(each) + ": " + nothing(source, each.fault()));
      }
      boolean late = each.fault().first() > replayed.last();
      session
          .err()
          .println(
              "injected: "
                  + FaultWords.touched(each)
                  + (late ? ", after " + Instant.ofEpochMilli(replayed.last()) + ", the end" : ""));
    }
    return drill;
  }

  private static String nothing(SeriesSource source, Fault fault) {
    if (fault.end() <= fault.first()) {
      return "it ends before it begins";
    }
    TimeRange data = source.extent().orElse(TimeRange.ALL);
    if (fault.first() > data.last()) {
      return "it begins after the data, which end at " + Instant.ofEpochMilli(data.last());
    }
    if (fault.end() <= data.first()) {
      return "it ends before the data, which begin at " + Instant.ofEpochMilli(data.first());
    }
    int series = source.names(fault.matchers(), TimeRange.ALL).size();
    if (series == 0) {
      return "there is no such series in the data";
    }
    return (series == 1 ? "the series has" : "none of the " + series + " series has")
        + (series == 1 ? " no sample" : " a sample")
        + " then that it could change";
  }

  private List<FaultSpec> specs() {
    List<FaultSpec> specs = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    for (String text : faults.get()) {
      Loaded<FaultSpec> loaded = FaultReader.read(SourceFile.of("<inject>", text));
      @Nullable FaultSpec spec = loaded.value();
      wrong.addAll(loaded.diagnostics());
      if (spec != null) {
        specs.add(spec);
      }
    }
    if (!wrong.isEmpty()) {
      throw new RejectedException(wrong);
    }
    return specs;
  }
}
