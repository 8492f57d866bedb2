package io.vedette.runtime.config;

/** What a channel speaks. */
public enum ChannelType {
    WEBHOOK,
    SLACK,
    MAIL,
    TOPIC
}
