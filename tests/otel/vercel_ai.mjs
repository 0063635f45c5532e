// What Vercel's AI SDK records: a tool call in two steps, a stream, an object, embeddings and an error.
// `node vercel_ai.mjs URL`, beside a node_modules folder; prints the spans as JSON.
import { createOpenAI } from '@ai-sdk/openai';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import * as ai from 'ai';
import { z } from 'zod';

const SYSTEM = 'You answer in one sentence.';
const QUESTION = 'Where is my parcel?';

const exporter = new InMemorySpanExporter();
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();

const isSeven = 'registerTelemetry' in ai;
if (isSeven) {
  const { OpenTelemetry } = await import('@ai-sdk/otel');
  ai.registerTelemetry(new OpenTelemetry());
}
const metadata = { sessionId: 'visit-7', tier: 'gold' };
const traced = isSeven
  ? { telemetry: { functionId: 'support' } }
  : { experimental_telemetry: { isEnabled: true, functionId: 'support', metadata } };
const openai = createOpenAI({ apiKey: 'sk-fake', baseURL: `${process.argv[2]}/v1` });
const asked = { model: openai.chat('gpt-4o-mini'), maxRetries: 0, ...traced };
const track_parcel = ai.tool({
  description: 'Where a parcel is',
  inputSchema: z.object({ parcel: z.string() }),
  execute: async () => ({ status: 'in transit' }),
});

await ai.generateText({
  ...asked,
  [isSeven ? 'instructions' : 'system']: SYSTEM,
  prompt: QUESTION,
  temperature: 0.2,
  maxOutputTokens: 64,
  tools: { track_parcel },
  stopWhen: ai.stepCountIs(3),
});
await ai.streamText({ ...asked, messages: [{ role: 'user', content: QUESTION }] }).consumeStream();
await ai.generateObject({ ...asked, prompt: QUESTION, schema: z.object({ parcel: z.string() }), schemaName: 'Parcel' });
await ai.embed({ ...asked, model: openai.embedding('text-embedding-3-small'), value: 'parcel' });
await ai.embedMany({ ...asked, model: openai.embedding('text-embedding-3-small'), values: ['parcel', 'letter'] });
await ai.generateText({ ...asked, model: openai.chat('missing'), prompt: QUESTION }).catch(() => undefined);

const KINDS = ['internal', 'server', 'client', 'producer', 'consumer'];
const spans = exporter.getFinishedSpans();
const [begun] = spans[0].startTime;
const ns = ([seconds, rest]) => (seconds - begun) * 1e9 + rest; // a number of JavaScript cannot hold those since 1970
console.log(
  JSON.stringify(
    spans.map((span) => ({
      name: span.name,
      kind: KINDS[span.kind],
      trace_id: span.spanContext().traceId,
      span_id: span.spanContext().spanId,
      parent_span_id: span.parentSpanContext?.spanId ?? null,
      start_ns: ns(span.startTime),
      end_ns: ns(span.endTime),
      attributes: span.attributes,
      events: span.events.map((event) => [event.name, ns(event.time), event.attributes ?? {}]),
      status_code: ['unset', 'ok', 'error'][span.status.code],
      status_message: span.status.message ?? '',
      resource: { 'service.name': 'sample' },
      scope_name: span.instrumentationScope.name,
      scope_version: span.instrumentationScope.version ?? '',
      links: [],
    })),
  ),
);
