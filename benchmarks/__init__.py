"""Measurements that the figures in the README rest on."""
