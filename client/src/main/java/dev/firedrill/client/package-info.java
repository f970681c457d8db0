/// HTTP APIs of Prometheus and Alertmanager. The only package that opens network connections.
@NullMarked
package dev.firedrill.client;

import org.jspecify.annotations.NullMarked;
