/**
 * The configuration of a process: one YAML file, environment variables and system properties, read once into records.
 * {@code docs/configuration.md} lists every key; nothing else in Vedette reads the environment.
 */
@NullMarked
package io.vedette.runtime.config;

import org.jspecify.annotations.NullMarked;
