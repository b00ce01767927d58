"""The parts that layouts of journey maps share: their stages, the steps below them, and which maps belong together."""
