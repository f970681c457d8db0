/// Faults put into a recording for a drill: a worker stopped, a disk filled, a job frozen. How they
/// are written, and a source that has them.
@NullMarked
package dev.firedrill.series.fault;

import org.jspecify.annotations.NullMarked;
