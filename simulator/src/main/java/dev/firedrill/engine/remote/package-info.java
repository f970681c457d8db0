/// Evaluation by the server that holds the data: expressions over stored series are asked for by
/// `query_range`, in pieces of time; their results come back as series.
@NullMarked
package dev.firedrill.engine.remote;

import org.jspecify.annotations.NullMarked;
