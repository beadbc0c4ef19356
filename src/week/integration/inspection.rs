//! Contracts and coaching as columns, for tests and inspection: one value a contract, in the order
//! of signing, or a family.

use super::{Contract, Integration};
use crate::week::baseline::Baseline;

/// A column of contracts or families by name; `None` when there is no such name.
pub(crate) fn column(integration: &Integration, base: &Baseline, name: &str) -> Option<Vec<f64>> {
    match name {
        "enterprises_in_coaching" => return Some(integration.in_coaching.clone()),
        "enterprises_once_coached" => return Some(integration.was_coached.clone()),
        _ => {}
    }
    let value: fn(&Contract, &Baseline) -> f64 = match name {
        // Exact for the first programme of a scenario.
        "contract_id" => |c, _| c.id as f64,
        "contract_supplier" => |c, _| f64::from(c.supplier_row),
        "contract_buyer" => |c, _| f64::from(c.buyer_row),
        "contract_input" => |c, base| f64::from(c.cell - base.row_cell_start[c.buyer_row as usize]),
        "contract_count" => |c, _| c.count,
        "contract_volume" => |c, _| c.volume,
        "contract_ramp_weeks" => |c, _| c.ramp_weeks,
        "contract_deadweight" => |c, _| f64::from(u8::from(c.deadweight)),
        "contract_coached" => |c, _| f64::from(u8::from(c.coached)),
        "contract_ordered" => |c, _| c.ordered,
        "contract_held" => |c, _| c.held,
        "contract_owed" => |c, _| c.owed,
        "contract_advance" => |c, _| c.advance.open,
        _ => return None,
    };
    let contracts = integration.contracts.iter();
    Some(contracts.map(|c| value(c, base)).collect())
}
