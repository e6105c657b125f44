/** What is known beforehand, so that it need not cross: the members of string unions in the engine's order, and each form's rows. */

import type * as contract from "../generated/index.js";
import names from "../generated/model.json" with { type: "json" };

interface Model {
  severities: contract.Severity[];
  layouts: contract.Layout[];
  formIds: contract.FormId[];
  reportForms: contract.ReportForm[];
  tableIds: contract.TableId[];
  sectionIds: contract.SectionId[];
  states: contract.CellState[];
  placed: contract.Placed[];
  rows: Record<contract.FormId, Record<contract.TableId, FormRow[]>>;
}

export interface FormRow {
  id: string;
  label: string;
  cells: { address: string; column: string }[];
}

export const model = names as Model;
