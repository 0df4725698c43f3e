// Reads workflows with GitHub's own parser and prints a line for each fault: FILE: FAULT.
//   node workflows.mjs ROOT FILE...
// A workflow that is called is looked up under ROOT, so that its inputs are checked too.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";

const TRY_CONVERSION = 1;
const [root, ...files] = process.argv.slice(2);
const called = {
  async getFileContent(reference) {
    const name = reference.path;
    return { name, content: readFileSync(join(root, name), "utf8") };
  },
};
let faults = 0;
for (const file of files) {
  const content = readFileSync(file, "utf8");
  const parsed = parseWorkflow({ name: basename(file), content }, new NoOperationTraceWriter());
  if (parsed.value) {
    await convertWorkflowTemplate(parsed.context, parsed.value, called, {
      errorPolicy: TRY_CONVERSION,
      fetchReusableWorkflowDepth: 1,
    });
  }
  for (const fault of parsed.context.errors.getErrors()) {
    faults++;
    console.log(`${basename(file)}: ${fault.message}`);
  }
}
process.exit(faults > 0 ? 1 : 0);
