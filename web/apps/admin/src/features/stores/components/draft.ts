import type { Choice } from "../../../shared/useSearched.ts";
import type { StoreDetail, StoreFacts } from "../api/stores.ts";

export const MANAGERS = 50;
export const MEMBERS = 500;

/** A store as its form holds it. */
export interface Draft {
  number: string;
  name: string;
  city: string;
  address: string;
  phone: string;
  hours: string;
  latitude: number | null;
  longitude: number | null;
  department: number | null;
  managers: Choice[];
  members: Choice[];
}

export function draftOf(store: StoreDetail | null): Partial<Draft> {
  if (store === null) return { managers: [], members: [], latitude: null, longitude: null };
  const named = (managing: boolean) =>
    store.named
      .filter((one) => one.is_manager === managing)
      .map((one) => ({ value: one.id, label: one.name }));
  return {
    number: store.number,
    name: store.name,
    city: store.city,
    address: store.address,
    phone: store.phone,
    hours: store.hours,
    latitude: store.latitude,
    longitude: store.longitude,
    department: store.department?.id ?? null,
    managers: named(true),
    members: named(false),
  };
}

/** Who manages a store is no plain member of it besides. */
export function bodyOf(draft: Draft): StoreFacts {
  const managing = (draft.managers ?? []).map((one) => one.value);
  return {
    number: draft.number.trim(),
    name: draft.name.trim(),
    city: draft.city?.trim() ?? "",
    address: draft.address?.trim() ?? "",
    phone: draft.phone?.trim() ?? "",
    hours: draft.hours?.trim() ?? "",
    latitude: draft.latitude ?? null,
    longitude: draft.longitude ?? null,
    department_id: draft.department ?? null,
    manager_ids: managing,
    member_ids: (draft.members ?? [])
      .map((one) => one.value)
      .filter((one) => !managing.includes(one)),
  };
}

/** "22.5431, 113.9298" as maps copy it, or none. */
export function placeOf(text: string): { latitude: number; longitude: number } | null {
  const [latitude, longitude, ...rest] = text
    .split(/[\s,\uff0c]+/)
    .filter(Boolean)
    .map(Number);
  if (latitude === undefined || longitude === undefined || rest.length > 0) return null;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude };
}
