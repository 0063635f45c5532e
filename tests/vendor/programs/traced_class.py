"""trace_class on a class with two public methods."""

from honeyhive import HoneyHiveTracer, trace_class

tracer = HoneyHiveTracer.init(session_name="traced-class", source="test")


@trace_class
class Orders:
    def find(self, order):
        return self._read(order)

    def count(self):
        return 2

    def _read(self, order):
        return order.lower()


orders = Orders()
orders.find("HH-204")
orders.count()
tracer.flush()
