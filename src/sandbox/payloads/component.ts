/** Components as Discord gives them back: numbered, with the defaults filled in. */
import { type AnyComponent, COMPONENT, type MessageComponent } from '../bodies/component.js';
import { type Payload, withoutMissing } from './payload.js';

/**
 * The components of one message; those without a number get the next free one.
 * @param mediaId stands for the id that Discord gives to what it has fetched
 */
export function componentPayloads(components: readonly MessageComponent[], mediaId: string): Payload[] {
  let last = 0;
  const media = ({ url }: { url: string }) => ({ id: mediaId, url, proxy_url: url });
  const shape = (component: AnyComponent): Payload => {
    last += 1;
    const numbered = { ...withoutMissing(component), id: component.id ?? last };
    switch (component.type) {
      case COMPONENT.row:
        return { ...numbered, components: component.components.map(shape) };
      case COMPONENT.container:
        return {
          ...numbered,
          accent_color: component.accent_color ?? null,
          spoiler: component.spoiler ?? false,
          components: component.components.map(shape),
        };
      case COMPONENT.section:
        return {
          ...numbered,
          components: component.components.map(shape),
          accessory: shape(component.accessory),
        };
      case COMPONENT.separator:
        return { ...numbered, divider: component.divider ?? true, spacing: component.spacing ?? 1 };
      case COMPONENT.stringSelect:
      case COMPONENT.userSelect:
      case COMPONENT.roleSelect:
      case COMPONENT.mentionableSelect:
      case COMPONENT.channelSelect:
        return { ...numbered, min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 };
      case COMPONENT.thumbnail:
        return {
          ...numbered,
          media: media(component.media),
          description: component.description ?? null,
          spoiler: component.spoiler ?? false,
        };
      case COMPONENT.gallery:
        return {
          ...numbered,
          items: component.items.map((item) => ({
            media: media(item.media),
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        };
      case COMPONENT.file:
        return {
          ...numbered,
          file: media(component.file),
          name: null,
          size: null,
          spoiler: component.spoiler ?? false,
        };
      case COMPONENT.button:
      case COMPONENT.textDisplay:
        return numbered;
    }
  };
  return components.map(shape);
}
