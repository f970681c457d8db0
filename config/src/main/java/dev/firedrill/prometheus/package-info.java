/// The parts of prometheus.yml that alerts depend on. The rest of the file is skipped without
/// complaint.
@NullMarked
package dev.firedrill.prometheus;

import org.jspecify.annotations.NullMarked;
